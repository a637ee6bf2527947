-- What was promised for each day of a span 1, 2, 3, 7, 14 and 28 days ahead: the last vintage of that day, one that
-- was served before one issued in retrospect.
select site, ahead, groupArray(f_day) as days, groupArray(promise.1) as q10, groupArray(promise.2) as q50,
  groupArray(promise.3) as q90, groupArray(promise.4) as retrospective
from
(
  select site, ahead, f_day, argMax((low, middle, high, late), (1 - late, origin, issued_at)) as promise
  from
  (
    select f.site as site, toInt32(f.lead) - 1 as ahead, f.day as f_day, f.q10 as low, f.q50 as middle, f.q90 as high,
      f.origin as origin, f.issued_at as issued_at,
      (f.site, f.origin, f.issued_at) in
        (select site, origin, issued_at from forecast_run where step = 'P1D' and measure = 'visits' and retrospective = 1) as late
    from forecast_point as f
    where f.step = 'P1D' and f.measure = 'visits' and f.site in {sites: Array(String)} and f.lead in (2, 3, 4, 8, 15, 29)
      and f.day >= {from: Date} and f.day < {to: Date} and f.origin >= toDateTime64({from: Date} - 31, 3, 'UTC')
      and (f.site, f.origin, f.issued_at) in
        (select site, origin, issued_at from forecast_run where step = 'P1D' and measure = 'visits' and refused = '')
  )
  group by site, ahead, f_day
  order by site, ahead, f_day
)
group by site, ahead
order by site, ahead
