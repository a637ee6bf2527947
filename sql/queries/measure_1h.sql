-- Sums of a measure by feed, site and hour of the site's own clock, whether open or not. Hours without a fact are absent.
select site, toUnixTimestamp(toStartOfHour(toTimeZone(q.start, {tz: String}))) * 1000 as hour, feed, measure,
  sum(q.value) as value
from rollup_15m as q final
where site in {sites: Array(String)} and measure in {measures: Array(String)} and records > 0
  and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
group by site, hour, feed, measure
order by site, hour, feed, measure
settings do_not_merge_across_partitions_select_final = 1
