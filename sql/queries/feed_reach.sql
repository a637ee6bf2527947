-- Of each feed, site and measure: the first day that it delivered, the end of its newest span or fact in ms, and a stamp
-- that changes with every recomputation of a day that is over: the newest versions of its days only ever grow.
select feed, site, measure, minIf(day, records > 0) as first_day,
  toUnixTimestamp(maxIf(last_end, records > 0)) * 1000 as last_end,
  toString(sumIf(version, day < {today: Date})) as over_stamp
from rollup_day final
where day <= {today: Date}
group by feed, site, measure
having countIf(records > 0) > 0
order by feed, site, measure
settings do_not_merge_across_partitions_select_final = 1
