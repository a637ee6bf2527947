-- What each feed reported of each hour of a site's own clock, and the part inside opening hours, as arrays that run in
-- parallel: start in seconds, all of it, the part in open time, minutes of open time observed.
select site, feed, measure, groupArray(hour) as hours, groupArray(value) as amounts, groupArray(open_value) as open_amounts,
  groupArray(open_minutes) as minutes
from
(
  select site, toUnixTimestamp(toStartOfHour(toTimeZone(start, {tz: String}))) as hour, feed, measure,
    sum(v) as value, sumIf(v, inside > 0) as open_value, sum(inside) as open_minutes
  from
  (
    select q.site as site, q.start as start, q.feed as feed, q.measure as measure, toInt32(q.value) as v,
      arraySum((f, t) -> greatest(0, dateDiff('minute', greatest(f, q.start), least(t, q.start + greatest(q.minutes, 15) * 60))), o.froms, o.tos) as inside
    from
    (
      select * from rollup_15m final
      where site in {sites: Array(String)}
        and start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
        and measure in ('entries', 'admissions', 'tickets', 'manual') and records > 0
    ) as q
    left join (select site, day, froms, tos from opening final where site in {sites: Array(String)}) as o
      on o.site = q.site and o.day = toDate(q.start, {tz: String})
  )
  group by site, hour, feed, measure
  having value != 0 or open_minutes > 0
)
group by site, feed, measure
order by site, feed, measure
settings do_not_merge_across_partitions_select_final = 1
