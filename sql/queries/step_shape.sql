-- The shape of each day of a feed, from its steps: the longest run of one and the same count above zero (where it began
-- in ms, its steps and the count), the width of a step in minutes, and when on average people came (minutes after
-- midnight).
select site, day, feed, measure, step_minutes,
  toUnixTimestamp(longest[1].1) * 1000 as run_from, length(longest) as run_steps, longest[1].2 as run_value,
  arraySum(s -> s.2 * (toUnixTimestamp(s.1) - toUnixTimestamp(toDateTime(day, {tz: String}))) / 60, steps) / arraySum(s -> s.2, steps) as centre
from
(
  select site, day, feed, measure, step_minutes, steps,
    arraySort(r -> -length(r), arrayFilter(r -> r[1].2 > 0, arraySplit((s, b) -> b, steps, arrayMap((s, i) -> i = 1 or s.2 != steps[i - 1].2, steps, arrayEnumerate(steps)))))[1] as longest
  from
  (
    select site, toDate(q.start, {tz: String}) as day, feed, measure, max(q.minutes) as step_minutes,
      arraySort(groupArray((q.start, q.value))) as steps
    from rollup_15m as q final
    where site in {sites: Array(String)}
      and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
      and measure in ('entries', 'admissions', 'tickets') and records > 0
    group by site, day, feed, measure
    having sum(q.value) > 0
  )
)
order by site, day, feed, measure
settings do_not_merge_across_partitions_select_final = 1
