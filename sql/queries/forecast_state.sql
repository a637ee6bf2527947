-- How the newest forecast run of each site ended (empty = issued, else why not), the model that spoke last, and why that
-- one was chosen (a JSON document; empty = it was not compared).
select site, argMax(r.refused, (r.origin, r.issued_at)) as reason,
  argMaxIf(r.model, (r.origin, r.issued_at), r.refused = '') as model,
  argMaxIf(r.chosen, (r.origin, r.issued_at), r.refused = '') as chosen
from forecast_run as r
where step = {step: String} and measure = {measure: String} and site in {sites: Array(String)}
  and r.origin <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
group by site
order by site
