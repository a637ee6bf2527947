-- For each day of a period what was promised so many days ahead, by the last vintage of that lead.
select site, day, argMax(f.q10, (f.origin, f.issued_at)) as q10, argMax(f.q50, (f.origin, f.issued_at)) as q50,
  argMax(f.q90, (f.origin, f.issued_at)) as q90, argMax(r.retrospective, (f.origin, f.issued_at)) as retrospective
from forecast_point as f final
inner join (select distinct site, step, origin, issued_at, retrospective from forecast_run where step = 'P1D') as r
  on r.site = f.site and r.step = f.step and r.origin = f.origin and r.issued_at = f.issued_at
where f.step = 'P1D' and f.site in {sites: Array(String)} and f.lead = {lead: UInt16}
  and f.day >= {from: Date} and f.day < {to: Date}
group by site, day
order by site, day
