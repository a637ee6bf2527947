-- What each feed reported of each quarter hour of chosen days, as arrays that run in parallel: start in seconds, value,
-- and length of the longest span that starts there in minutes.
select site, toDate(q.start, {tz: String}) as day, feed, measure, groupArray(toUnixTimestamp(q.start)) as starts,
  groupArray(toInt32(q.value)) as amounts, groupArray(q.minutes) as lengths
from rollup_15m as q final
where site in {sites: Array(String)}
  and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
  and has(arrayMap(d -> toDateOrZero(d), {days: Array(String)}), toDate(q.start, {tz: String}))
  and measure in ('entries', 'admissions', 'tickets', 'manual') and records > 0
group by site, day, feed, measure
order by site, day, feed, measure
settings do_not_merge_across_partitions_select_final = 1
