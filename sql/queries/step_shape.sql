-- The shape of each day of a counter, from its steps: the longest run of one and the same count above zero (where it
-- began in ms, its steps and the count), and the width of a step in minutes.
select site, day, feed, step_minutes,
  toUnixTimestamp(longest[1].1) * 1000 as run_from, length(longest) as run_steps, longest[1].2 as run_value
from
(
  select site, day, feed, step_minutes,
    arraySort(r -> -length(r), arrayFilter(r -> r[1].2 > 0, arraySplit((s, b) -> b, steps, arrayMap((s, i) -> i = 1 or s.2 != steps[i - 1].2, steps, arrayEnumerate(steps)))))[1] as longest
  from
  (
    select site, toDate(q.start, {tz: String}) as day, feed, max(q.minutes) as step_minutes,
      arraySort(groupArray((q.start, q.value))) as steps
    from rollup_15m as q final
    where site in {sites: Array(String)}
      and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
      and measure = 'entries' and records > 0
    group by site, day, feed
    having sum(q.value) > 0
  )
)
order by site, day, feed
settings do_not_merge_across_partitions_select_final = 1
