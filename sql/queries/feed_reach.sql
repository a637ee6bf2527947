-- Of each feed, site and measure: the first day that it delivered, and the end of its newest span or fact in ms.
select feed, site, measure, min(day) as first_day, toUnixTimestamp(max(last_end)) * 1000 as last_end
from rollup_day final
where records > 0 and day <= {today: Date}
group by feed, site, measure
order by feed, site, measure
settings do_not_merge_across_partitions_select_final = 1
