-- What was planned for a site's desk on the days of a span, oldest entry first: where spans overlap the last one holds.
select day, from_minute, to_minute, people, toUnixTimestamp64Milli(p.created_at) as created
from staff_plan as p final
where site = {site: String} and day >= {from: Date} and day < {to: Date}
order by day, stamp
settings do_not_merge_across_partitions_select_final = 1
