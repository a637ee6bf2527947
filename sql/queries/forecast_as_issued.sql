-- One day forecast of a site as it was issued, up to a day.
select p.day as day, p.q10 as q10, p.q25 as q25, p.q50 as q50, p.q75 as q75, p.q90 as q90
from forecast_point as p
where p.step = 'P1D' and p.measure = 'visits' and p.site = {site: String}
  and p.origin = fromUnixTimestamp64Milli({origin: Int64}, 'UTC')
  and p.issued_at = fromUnixTimestamp64Milli({issuedAt: Int64}, 'UTC')
  and p.day < {to: Date}
order by p.start
limit 1 by p.start
