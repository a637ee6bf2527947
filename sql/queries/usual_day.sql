-- What each feed reported of chosen days: up to a time of day of each site (minutes after midnight), and in all. A
-- bucket that the time cuts counts in proportion; one longer than an hour cannot be cut and does not count.
select site, day, feed, measure,
  toInt64(round(sum(v * early))) as value, toInt64(round(sumIf(v * early, inside > 0))) as open_value,
  toInt64(round(sum(inside * early))) as open_minutes,
  sum(v) as day_value, sumIf(v, inside > 0) as day_open_value, sum(inside) as day_open_minutes
from
(
  select q.site as site, q.day as day, q.feed as feed, q.measure as measure, q.value as v, q.early as early,
    arraySum((f, t) -> greatest(0, dateDiff('minute', greatest(f, q.start), least(t, q.start + greatest(q.minutes, 15) * 60))), o.froms, o.tos) as inside
  from
  (
    select site, start, feed, measure, value, minutes, greatest(minutes, 15) as length,
      toDate(start, {tz: String}) as day,
      toInt32(toHour(toTimeZone(start, {tz: String}))) * 60 + toMinute(toTimeZone(start, {tz: String})) as minute,
      toInt32(arrayElement(arrayMap(c -> toUInt16OrZero(c), {clocks: Array(String)}), indexOf({sites: Array(String)}, site))) as clock,
      multiIf(minute + length <= clock, 1, length > 60, 0, greatest(0, clock - minute) / length) as early
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
