-- What is older than it is to be kept: rows set aside (newest word of each), what is noted about rows that are gone,
-- issued forecasts but for the newest of each site and step, and contents that were corrected. 0 ms = nothing is.
select 'quarantine' as what, count() as old_rows from quarantine final
where seen < fromUnixTimestamp64Milli({quarantine: Int64}, 'UTC')
union all
select 'rejected_record' as what, count() as old_rows from rejected_record final
where at < fromUnixTimestamp64Milli({quarantine: Int64}, 'UTC')
union all
select 'correction' as what, count() as old_rows from correction final
where (feed, stream, row_id) not in
  (select feed, stream, id from quarantine final where seen >= fromUnixTimestamp64Milli({quarantine: Int64}, 'UTC'))
union all
select 'forecast_point' as what, count() as old_rows from forecast_point
where issued_at < fromUnixTimestamp64Milli({forecasts: Int64}, 'UTC')
  and (site, step, measure, issued_at) not in
    (select site, step, measure, max(issued_at) from forecast_point group by site, step, measure)
union all
select 'forecast_run' as what, count() as old_rows from forecast_run
where issued_at < fromUnixTimestamp64Milli({forecasts: Int64}, 'UTC')
  and (site, step, measure, issued_at) not in
    (select site, step, measure, max(issued_at) from forecast_run group by site, step, measure)
union all
select 'record_past' as what, count() as old_rows from record_past
where replaced_at < fromUnixTimestamp64Milli({revisions: Int64}, 'UTC')
