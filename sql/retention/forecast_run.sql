alter table forecast_run delete where issued_at < fromUnixTimestamp64Milli({forecasts: Int64}, 'UTC')
  and (site, step, measure, issued_at) not in
    (select site, step, measure, max(issued_at) from forecast_run group by site, step, measure)
settings mutations_sync = 2
