-- Places booked ahead by visit day and days ahead, net, as they are known today: [ahead, places] with what is further
-- ahead than a bound counted at the bound, and the day of the first booking. What was sold on the day is left out.
select visit as day, min(made) as first_made, groupArray((ahead, places)) as leads
from
(
  select b.day as visit, toUInt16(least(b.day - b.booked_on, {most: UInt16})) as ahead, min(b.booked_on) as made,
    sum(value) as places
  from booking_day as b final
  where site = {site: String} and b.day >= {from: Date} and b.day < {to: Date} and b.booked_on < b.day
    and value != 0
  group by visit, ahead
)
group by day
order by day
settings do_not_merge_across_partitions_select_final = 1
