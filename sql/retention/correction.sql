-- After the rows: what was noted about those that are gone.
alter table correction delete where (feed, stream, row_id) not in (select feed, stream, id from quarantine) settings mutations_sync = 2
