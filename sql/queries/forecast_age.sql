-- When the newest vintage was issued, in ms; 0 = never.
select toUnixTimestamp64Milli(max(r.issued_at)) as issued_at
from forecast_run as r
where refused = '' and measure = 'visits' and r.origin <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
