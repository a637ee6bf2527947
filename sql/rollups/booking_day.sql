-- Recomputes what was booked when for the touched visit days: net tickets by visit day, day of booking and tariff.
insert into booking_day (site, day, booked_on, tariff, value, version)
with days as
(
  select site, day from touched final
  where feed = {feed: String} and done = 0 and day >= {fromDay: Date} and day < {toDay: Date}
)
select site, day, booked_on, tariff, sum(v), {version: UInt64}
from
(
  select site, toDate(at, {tz: String}) as day, toDate(r.booked_on, {tz: String}) as booked_on, tariff, toInt64(value) as v
  from record as r final
  where at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
    and measure = 'tickets' and r.booked_on > fromUnixTimestamp64Milli(toInt64(0), 'UTC')
    and site in (select site from days) and (site, toDate(at, {tz: String})) in (select site, day from days)
  union all
  select site, day, booked_on, tariff, 0
  from booking_day final
  where day >= {fromDay: Date} and day < {toDay: Date} and (site, day) in (select site, day from days) and value != 0
)
group by site, day, booked_on, tariff
settings do_not_merge_across_partitions_select_final = 1
