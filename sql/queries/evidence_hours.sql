-- What each feed reported of each hour of a site's own clock that has open time in it, as arrays that run in parallel:
-- start in seconds, value (of counters and sheets the part in open time), minutes of open time observed.
select site, feed, measure, groupArray(hour) as hours, groupArray(value) as amounts, groupArray(observed) as minutes
from
(
  select site, hour, feed, measure, sum(if(measure in ('entries', 'manual') and inside = 0, 0, v)) as value, sum(inside) as observed
  from
  (
    select q.site as site, toUnixTimestamp(toStartOfHour(toTimeZone(q.start, {tz: String}))) as hour, q.feed as feed,
      q.measure as measure, toInt32(q.value) as v,
      arraySum((f, t) -> greatest(0, dateDiff('minute', greatest(f, q.start), least(t, q.start + greatest(q.minutes, 15) * 60))), o.froms, o.tos) as inside
    from
    (
      select site, start, feed, measure, value, minutes from rollup_15m final
      where site in {sites: Array(String)}
        and start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
        and measure in ('entries', 'admissions', 'tickets', 'manual') and records > 0
    ) as q
    inner join
    (
      select site, day, froms, tos from opening final
      where site in {sites: Array(String)} and notEmpty(froms)
        and day >= toDate(fromUnixTimestamp64Milli({from: Int64}, 'UTC')) and day <= toDate(fromUnixTimestamp64Milli({to: Int64}, 'UTC'))
    ) as o
      on o.site = q.site and o.day = toDate(q.start, {tz: String})
    where arrayExists((f, t) -> toUnixTimestamp(f) < hour + 3600 and toUnixTimestamp(t) > hour, o.froms, o.tos)
  )
  group by site, hour, feed, measure
)
group by site, feed, measure
order by site, feed, measure
settings do_not_merge_across_partitions_select_final = 1
