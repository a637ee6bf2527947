-- Why the newest day forecast of a site is what it is: a JSON document by day.
select argMax(r.explanation, (r.origin, r.issued_at)) as explanation, argMax(r.model, (r.origin, r.issued_at)) as model
from forecast_run as r
where step = 'P1D' and site = {site: String} and refused = ''
  and r.origin <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
group by site
