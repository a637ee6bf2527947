-- Places that groups took or gave back for one visit day, net, by the day on which they did, ahead of the visit.
select b.booked_on as made, tariff, sum(value) as places
from booking_day as b final
where site = {site: String} and b.day = {day: Date} and b.booked_on < b.day and tariff in ('group', 'school')
group by made, tariff
having places != 0
order by made, tariff
settings do_not_merge_across_partitions_select_final = 1
