-- The newest vintage of each site, step and measure that was not issued in retrospect: its model and why, and the state
-- of its inputs.
select site, step, measure, argMax(r.model, (r.origin, r.issued_at)) as model,
  argMax(r.inputs, (r.origin, r.issued_at)) as inputs, argMax(r.chosen, (r.origin, r.issued_at)) as chosen,
  toUnixTimestamp64Milli(max(r.origin)) as origin
from forecast_run as r
where retrospective = 0 and r.origin <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
group by site, step, measure
order by site, step, measure
