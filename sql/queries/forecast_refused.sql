-- Sites whose newest forecast run ended without a forecast, and why.
select site, argMax(r.refused, (r.origin, r.issued_at)) as reason
from forecast_run as r
where step = {step: String} and site in {sites: Array(String)}
  and r.origin <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
group by site
having reason != ''
order by site
