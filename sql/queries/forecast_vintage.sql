-- The newest vintage of each site with an origin at or before an instant: its steps on the days of a span.
with newest as
(
  select site, max((r.origin, r.issued_at)) as vintage, argMax(r.model, (r.origin, r.issued_at)) as model
  from forecast_run as r
  where step = {step: String} and site in {sites: Array(String)} and refused = ''
    and r.origin <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
  group by site
)
select p.site as site, toUnixTimestamp(p.start) * 1000 as start, p.day as day, p.lead as lead,
  p.q10 as q10, p.q25 as q25, p.q50 as q50, p.q75 as q75, p.q90 as q90, p.mean as mean, p.booked as booked,
  v.model as model, toUnixTimestamp64Milli(p.origin) as origin, toUnixTimestamp64Milli(p.issued_at) as issued_at
from forecast_point as p final
inner join newest as v on v.site = p.site
where p.step = {step: String} and (p.site, p.origin, p.issued_at) in (select site, vintage.1, vintage.2 from newest)
  and p.day >= {from: Date} and p.day < {to: Date}
order by site, start
settings do_not_merge_across_partitions_select_final = 1
