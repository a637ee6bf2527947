-- What each feed reported of each site and quarter hour. minutes = length of the longest span that starts there. The
-- newest version of a bucket is picked here: for a day or two that is cheaper than `final` over the whole month.
select site, toUnixTimestamp(q.start) * 1000 as start, feed, measure,
  argMax(q.value, q.version) as value, argMax(q.minutes, q.version) as minutes
from rollup_15m as q
where site in {sites: Array(String)}
  and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
  and measure in ('entries', 'admissions', 'tickets', 'manual')
group by site, q.start, feed, measure
having argMax(q.records, q.version) > 0
order by site, start, feed, measure
