-- The day forecasts of a site that can be shown again: of each local day the last one that was served, else the last
-- one made up afterwards.
select day, toUnixTimestamp64Milli(one.1) as origin, toUnixTimestamp64Milli(one.2) as issued_at, one.3 as model,
  one.4 as retrospective
from
(
  select toDate(r.origin, {tz: String}) as day,
    argMax((r.origin, r.issued_at, r.model, r.retrospective), (1 - r.retrospective, r.origin, r.issued_at)) as one
  from forecast_run as r
  where step = 'P1D' and measure = 'visits' and site = {site: String} and refused = ''
    and r.origin >= fromUnixTimestamp64Milli({from: Int64}, 'UTC')
    and r.origin <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
  group by day
)
order by day
