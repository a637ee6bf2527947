-- What each feed reported of each site and quarter hour, as arrays that run in parallel: start in seconds, value, and
-- length of the longest span that starts there in minutes. The newest version of a bucket is picked here: for a day or
-- two that is cheaper than `final` over the whole month.
select site, feed, measure, groupArray(begins) as starts, groupArray(people) as amounts, groupArray(length) as lengths
from
(
  select site, toUnixTimestamp(q.start) as begins, feed, measure,
    toInt32(argMax(q.value, q.version)) as people, argMax(q.minutes, q.version) as length
  from rollup_15m as q
  where site in {sites: Array(String)}
    and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
    and measure in ('entries', 'admissions', 'tickets', 'manual')
  group by site, q.start, feed, measure
  having argMax(q.records, q.version) > 0
)
group by site, feed, measure
order by site, feed, measure
