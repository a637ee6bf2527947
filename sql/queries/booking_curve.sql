-- Places booked by visit day and the day on which they were booked or cancelled, net, as they are known today: per
-- site [visit, made, places], in the order of making. Days since 1970-01-01.
select site, arraySort(row -> (row.2, row.1), groupArray((visit, made, places))) as curve
from
(
  select site, toInt32(b.day) as visit, toInt32(b.booked_on) as made, sum(value) as places
  from booking_day as b final
  where site in {sites: Array(String)}
    and b.day >= {from: Date} and b.day < {to: Date} and b.booked_on < {before: Date}
  group by site, visit, made
  having places != 0
)
group by site
order by site
settings do_not_merge_across_partitions_select_final = 1
