-- The newest of each site and step stays, however old.
alter table forecast_point delete where issued_at < fromUnixTimestamp64Milli({forecasts: Int64}, 'UTC')
  and (site, step, measure, issued_at) not in
    (select site, step, measure, max(issued_at) from forecast_point group by site, step, measure)
settings mutations_sync = 2
