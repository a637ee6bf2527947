-- What the runs of each feed did on each local day, by the day on which they began.
select feed, toDate(r.started_at, {tz: String}) as day, count() as runs, countIf(r.status = 'done') as done,
  sum(r.accepted) as accepted, sum(r.unchanged) as unchanged, sum(r.revised) as revised,
  sum(arraySum(mapValues(r.rejected))) as rejected_rows
from feed_run as r final
where r.started_at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and r.started_at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
group by feed, day
order by feed, day
