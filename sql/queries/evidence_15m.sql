-- What each feed reported of each site and quarter hour. minutes = length of the longest span that starts there.
select site, toUnixTimestamp(q.start) * 1000 as start, feed, measure, value, minutes
from rollup_15m as q final
where site in {sites: Array(String)}
  and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
  and measure in ('entries', 'admissions', 'tickets', 'manual')
  and records > 0
order by site, start, feed, measure
settings do_not_merge_across_partitions_select_final = 1
