-- People inside by site and hour of the site's own clock: entries less exits since midnight, mean of the hour's quarters;
-- with the day's totals, for a door that loses people tells nothing. Days on which one of the two is absent are left out.
select site, toUnixTimestamp(toStartOfHour(toTimeZone(start, {tz: String}))) * 1000 as hour,
  avg(greatest(0, inside)) as inside, count() as quarters, any(day_in) as came, any(day_out) as went
from
(
  select site, start, ins, outs,
    sum(ins - outs) over (partition by site, day order by start) as inside,
    sum(ins) over (partition by site, day) as day_in, sum(outs) over (partition by site, day) as day_out
  from
  (
    select site, q.start as start, toDate(q.start, {tz: String}) as day,
      sumIf(q.value, measure = 'entries') as ins, sumIf(q.value, measure = 'exits') as outs
    from rollup_15m as q final
    where site in {sites: Array(String)} and measure in ('entries', 'exits') and records > 0 and minutes <= 15
      and q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
    group by site, start
  )
)
where day_in > 0 and day_out > 0
group by site, hour
order by site, hour
settings do_not_merge_across_partitions_select_final = 1
