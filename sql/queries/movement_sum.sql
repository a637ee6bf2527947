-- People by site, origin and previous site over whole days; '' = not told.
select site, measure, origin, came_from, sum(m.value) as people
from movement_day as m final
where site in {sites: Array(String)} and day >= {from: Date} and day < {to: Date}
group by site, measure, origin, came_from
having people > 0
order by site, measure, origin, came_from
settings do_not_merge_across_partitions_select_final = 1
