-- What each feed reported of chosen days: up to a time of day of each site (minutes after midnight), and in all.
select site, day, feed, measure,
  sumIf(v, early) as value, sumIf(v, early and inside > 0) as open_value, sumIf(inside, early) as open_minutes,
  sum(v) as day_value, sumIf(v, inside > 0) as day_open_value, sum(inside) as day_open_minutes
from
(
  select q.site as site, q.day as day, q.feed as feed, q.measure as measure, q.value as v,
    q.minute < arrayElement(arrayMap(c -> toUInt16OrZero(c), {clocks: Array(String)}), indexOf({sites: Array(String)}, q.site)) as early,
    arraySum((f, t) -> greatest(0, dateDiff('minute', greatest(f, q.start), least(t, q.start + greatest(q.minutes, 15) * 60))), o.froms, o.tos) as inside
  from
  (
    select site, start, feed, measure, value, minutes, toTimeZone(start, {tz: String}) as clock,
      toDate(clock) as day, toHour(clock) * 60 + toMinute(clock) as minute
    from rollup_15m final
    where site in {sites: Array(String)}
      and start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
      and has(arrayMap(d -> toDateOrZero(d), {days: Array(String)}), toDate(start, {tz: String}))
      and measure in ('entries', 'admissions', 'tickets', 'manual') and records > 0
  ) as q
  left join
  (
    select site, day, froms, tos from opening final
    where site in {sites: Array(String)} and has(arrayMap(d -> toDateOrZero(d), {days: Array(String)}), day)
  ) as o on o.site = q.site and o.day = q.day
)
group by site, day, feed, measure
order by site, day, feed, measure
settings do_not_merge_across_partitions_select_final = 1
