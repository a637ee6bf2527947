-- Places booked ahead by visit day and days ahead, net, as they are known today: two arrays in parallel, with
-- what is further ahead than a bound counted at the bound, and the day of the first booking. What was sold on the day is
-- left out.
select visit as day, min(made) as first_made, groupArray(n) as ahead, groupArray(net) as places
from
(
  select b.day as visit, toUInt16(least(b.day - b.booked_on, {most: UInt16})) as n, min(b.booked_on) as made,
    toInt32(sum(value)) as net
  from booking_day as b final
  where site = {site: String} and b.day >= {from: Date} and b.day < {to: Date} and b.booked_on < b.day
    and value != 0
  group by visit, n
)
group by day
order by day
settings do_not_merge_across_partitions_select_final = 1
