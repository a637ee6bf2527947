-- The newest vintage of each site and step with an origin at or before an instant, on the days of a span; hours only
-- up to a day of their own.
select p.site as site, p.step as step, toUnixTimestamp(p.start) * 1000 as start, p.day as day, p.lead as lead,
  p.q10 as q10, p.q25 as q25, p.q50 as q50, p.q75 as q75, p.q90 as q90, p.mean as mean, p.booked as booked,
  toUnixTimestamp64Milli(p.origin) as origin, toUnixTimestamp64Milli(p.issued_at) as issued_at
from forecast_point as p
where p.step in {steps: Array(String)} and p.measure = {measure: String}
  and p.day >= {from: Date} and p.day < {to: Date}
  and (p.step != 'PT1H' or p.day < {hoursTo: Date})
  and (p.site, p.step, p.origin, p.issued_at) in
  (
    select site, step, max(r.origin), argMax(r.issued_at, (r.origin, r.issued_at))
    from forecast_run as r
    where site in {sites: Array(String)} and step in {steps: Array(String)} and measure = {measure: String}
      and refused = '' and r.origin <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
    group by site, step
  )
order by site, step, start
limit 1 by site, step, p.start
