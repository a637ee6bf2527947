-- Recomputes the quarter hours of the touched site-days of one feed in [from, to); emptied buckets are stored with
-- records = 0.
insert into rollup_15m (site, start, feed, measure, value, records, minutes, version)
with days as
(
  select site, day from touched final
  where feed = {feed: String} and done = 0 and day >= {fromDay: Date} and day < {toDay: Date}
)
select site, start, feed, measure, sum(v), sum(n), max(m), {version: UInt64}
from
(
  select site, toStartOfFifteenMinutes(at) as start, feed, measure, toInt64(value) as v, 1 as n, minutes as m
  from record final
  where at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
    and site in (select site from days) and (site, toDate(at, {tz: String})) in (select site, day from days)
  union all
  select site, start, feed, measure, 0, 0, 0
  from rollup_15m final
  where start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
    and site in (select site from days) and (site, toDate(start, {tz: String})) in (select site, day from days)
    and records > 0
)
group by site, start, feed, measure
settings do_not_merge_across_partitions_select_final = 1
