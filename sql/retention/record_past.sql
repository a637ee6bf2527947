alter table record_past delete where replaced_at < fromUnixTimestamp64Milli({revisions: Int64}, 'UTC') settings mutations_sync = 2
