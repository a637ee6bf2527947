-- Recomputes the local days of the touched site-days from quarter hours: the whole day, and the part inside opening
-- hours with the minutes of open time that were observed.
insert into rollup_day (site, day, feed, measure, value, open_value, open_minutes, records, last_end, version)
with days as
(
  select site, day from touched final
  where feed = {feed: String} and done = 0 and day >= {fromDay: Date} and day < {toDay: Date}
)
select site, day, feed, measure, sum(v), sumIf(v, inside > 0), sum(inside), sum(n), max(if(n > 0, ends, toDateTime(0, 'UTC'))), {version: UInt64}
from
(
  select
    q.site as site, toDate(q.start, {tz: String}) as day, q.feed as feed, q.measure as measure, q.value as v, q.records as n,
    q.start + q.minutes * 60 as ends,
    if(q.records = 0, 0, arraySum((f, t) -> greatest(0, dateDiff('minute', greatest(f, q.start), least(t, q.start + greatest(q.minutes, 15) * 60))), o.froms, o.tos)) as inside
  from
  (
    select * from rollup_15m final
    where start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
      and site in (select site from days) and (site, toDate(start, {tz: String})) in (select site, day from days)
  ) as q
  left join
  (
    select site, day, froms, tos from opening final where day >= {fromDay: Date} and day < {toDay: Date}
  ) as o on o.site = q.site and o.day = toDate(q.start, {tz: String})
)
group by site, day, feed, measure
settings do_not_merge_across_partitions_select_final = 1
