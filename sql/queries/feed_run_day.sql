-- What the runs of each stream did on each local day, by the day on which they began; how the last of them ended, and
-- when the last that ended well did, in ms (0 = none).
select feed, stream, toDate(r.started_at, {tz: String}) as day, count() as runs, countIf(r.status = 'done') as done,
  sum(r.accepted) as accepted, sum(r.unchanged) as unchanged, sum(r.revised) as revised,
  sum(arraySum(mapValues(r.rejected))) as rejected_rows,
  groupUniqArrayArray(100)(r.unread) as unread, argMax(r.status, r.ended_at) as status, argMax(r.problem, r.ended_at) as problem,
  toUnixTimestamp64Milli(max(r.ended_at)) as ended_at,
  toUnixTimestamp64Milli(maxIf(r.ended_at, r.status = 'done')) as done_at
from feed_run as r final
where r.started_at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and r.started_at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
group by feed, stream, day
order by feed, stream, day
