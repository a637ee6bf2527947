-- Recomputes for the touched days how many people came from where: by origin and by the site at which their pass was
-- used before. Days without tickets or scans, as a counter has them, are left alone.
insert into movement_day (site, day, measure, origin, came_from, value, version)
with days as
(
  select site, day from touched final
  where feed = {feed: String} and done = 0 and day >= {fromDay: Date} and day < {toDay: Date}
    and (site, day) in
    (
      select site, toDate(start, {tz: String}) from rollup_15m
      where start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
        and measure in ('tickets', 'admissions')
    )
)
select site, day, measure, origin, came_from, sum(v), {version: UInt64}
from
(
  select site, toDate(at, {tz: String}) as day, measure, origin, came_from, toInt64(value) as v
  from record final
  where at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
    and measure in ('tickets', 'admissions')
    and site in (select site from days) and (site, toDate(at, {tz: String})) in (select site, day from days)
  union all
  select site, day, measure, origin, came_from, 0
  from movement_day final
  where day >= {fromDay: Date} and day < {toDay: Date} and (site, day) in (select site, day from days) and value != 0
)
group by site, day, measure, origin, came_from
settings do_not_merge_across_partitions_select_final = 1
