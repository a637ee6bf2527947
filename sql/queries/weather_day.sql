-- The same by local day, from 08:00 to 20:00: the warmest hour and the sum of the rain. Only days of which an issue
-- covers all twelve hours. Days since 1970-01-01.
select site, variable, issued_at, groupArray(day) as days, groupArray(figure) as tenths
from
(
  select site, variable, toUnixTimestamp64Milli(w.issued) as issued_at, toInt32(toDate(valid, {tz: String})) as day,
    if(variable = 'rain', sum(w.tenths), toInt64(max(w.tenths))) as figure
  from weather as w final
  where site in {sites: Array(String)}
    and valid >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and valid < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
    and w.issued < fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
    and toHour(toTimeZone(valid, {tz: String})) between 8 and 19
  group by site, variable, issued_at, day
  having count() = 12
)
group by site, variable, issued_at
order by issued_at, site, variable
settings do_not_merge_across_partitions_select_final = 1
