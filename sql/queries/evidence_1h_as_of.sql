-- The same from the records themselves, as they were known at an instant: later arrivals and corrections left out.
select site, toUnixTimestamp(toStartOfHour(toTimeZone(start, {tz: String}))) * 1000 as hour, feed, measure,
  sum(v) as value, sumIf(v, inside > 0) as open_value, sum(inside) as open_minutes
from
(
  select q.site as site, q.start as start, q.feed as feed, q.measure as measure, q.v as v,
    arraySum((f, t) -> greatest(0, dateDiff('minute', greatest(f, q.start), least(t, q.start + greatest(q.m, 15) * 60))), o.froms, o.tos) as inside
  from
  (
    select site, toStartOfFifteenMinutes(at) as start, feed, measure, sum(toInt64(value)) as v, max(minutes) as m
    from
    (
      select site, at, feed, measure, value, minutes from record final
      where site in {sites: Array(String)}
        and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
        and known_at < fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
      union all
      select site, at, feed, measure, value, minutes from record_past final
      where site in {sites: Array(String)}
        and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
        and known_at < fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
        and replaced_at >= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
    )
    where measure in ('entries', 'admissions', 'tickets', 'manual')
    group by site, start, feed, measure
  ) as q
  left join (select site, day, froms, tos from opening final where site in {sites: Array(String)}) as o
    on o.site = q.site and o.day = toDate(q.start, {tz: String})
)
group by site, hour, feed, measure
having value != 0 or open_minutes > 0
order by site, hour, feed, measure
settings do_not_merge_across_partitions_select_final = 1
