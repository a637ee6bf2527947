-- Crossings inward and outward of each door by quarter hour; minutes = length of the longest span that starts there.
select site, feed, toUnixTimestamp(start) * 1000 as start, sumIf(value, measure = 'entries') as ins,
  sumIf(value, measure = 'exits') as outs, max(minutes) as minutes
from
(
  select site, feed, q.start as start, measure, argMax(q.value, q.version) as value, argMax(q.minutes, q.version) as minutes
  from rollup_15m as q
  where site in {sites: Array(String)} and measure in ('entries', 'exits')
    and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
  group by site, feed, start, measure
  having argMax(q.records, q.version) > 0
)
group by site, feed, start
order by site, start, feed
