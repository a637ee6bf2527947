-- Crossings inward and outward of each door by local day.
select site, feed, day, sumIf(value, measure = 'entries') as ins, sumIf(value, measure = 'exits') as outs
from rollup_day final
where site in {sites: Array(String)} and measure in ('entries', 'exits') and records > 0
  and day >= {from: Date} and day < {to: Date}
group by site, feed, day
order by site, day, feed
settings do_not_merge_across_partitions_select_final = 1
