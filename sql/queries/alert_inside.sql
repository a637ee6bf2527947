-- People inside each site since an instant (midnight): entries less exits of its doors, and until when they reported.
-- Sites whose doors do not count both ways, or of which nobody came, are absent.
select site, sumIf(q.value, measure = 'entries') - sumIf(q.value, measure = 'exits') as inside,
  toUnixTimestamp(max(q.start)) * 1000 as newest
from rollup_15m as q final
where site in {sites: Array(String)} and measure in ('entries', 'exits') and records > 0 and minutes <= 15
  and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
group by site
having countIf(measure = 'entries') > 0 and countIf(measure = 'exits') > 0
order by site
settings do_not_merge_across_partitions_select_final = 1
