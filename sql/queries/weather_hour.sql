-- What each issue made before an instant said of the weather of the hours in a span: per place, variable and issue
-- [hours since 1970-01-01 UTC] and, side by side with them, [tenths of °C or mm]; oldest issue first.
select site, variable, toUnixTimestamp64Milli(w.issued) as issued_at,
  groupArray(toInt32(intDiv(toUnixTimestamp64Milli(valid), 3600000))) as hours, groupArray(w.tenths) as tenths
from weather as w final
where site in {sites: Array(String)}
  and valid >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and valid < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
  and w.issued < fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
group by site, variable, issued_at
order by issued_at, site, variable
settings do_not_merge_across_partitions_select_final = 1
