-- Why the newest day forecast of a site is what it is: a JSON document by day.
select explanation
from forecast_run as r
where step = 'P1D' and measure = 'visits' and site = {site: String} and refused = ''
  and r.origin <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
order by r.origin desc, r.issued_at desc
limit 1
