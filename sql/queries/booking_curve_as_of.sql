-- The same from the records themselves, as they were known at an instant: later arrivals and corrections left out.
select site, arraySort(row -> (row.2, row.1), groupArray((visit, made, places))) as curve
from
(
  select site, toInt32(toDate(at, {tz: String})) as visit, toInt32(toDate(b.booked_on, {tz: String})) as made,
    sum(toInt64(value)) as places
  from
  (
    select site, at, r.booked_on as booked_on, value from record as r final
    where site in {sites: Array(String)} and measure = 'tickets'
      and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
      and known_at < fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
    union all
    select site, at, p.booked_on as booked_on, value from record_past as p final
    where site in {sites: Array(String)} and measure = 'tickets'
      and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
      and known_at < fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
      and replaced_at >= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
  ) as b
  where b.booked_on > fromUnixTimestamp64Milli(toInt64(0), 'UTC')
    and b.booked_on < fromUnixTimestamp64Milli({before: Int64}, 'UTC')
  group by site, visit, made
  having places != 0
)
group by site
order by site
settings do_not_merge_across_partitions_select_final = 1
