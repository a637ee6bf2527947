-- Net tickets by visit day as they stood before an instant, all and by groups (coaches, schools).
select site, day, sum(value) as booked, sumIf(value, tariff in ('group', 'school')) as groups
from booking_day final
where site in {sites: Array(String)}
  and day >= {from: Date} and day < {to: Date}
  and booked_on <= {asOf: Date}
group by site, day
order by site, day
settings do_not_merge_across_partitions_select_final = 1
