-- What each feed reported of each site on chosen days.
select site, day, feed, measure, value, open_value, open_minutes
from rollup_day final
where site in {sites: Array(String)}
  and day >= {from: Date} and day < {to: Date} and has(arrayMap(d -> toDateOrZero(d), {days: Array(String)}), day)
  and measure in ('entries', 'admissions', 'tickets', 'manual')
  and records > 0
order by site, day, feed, measure
settings do_not_merge_across_partitions_select_final = 1
