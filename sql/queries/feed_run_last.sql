-- The last run of each stream and the last that ended well, in ms (0 = never).
select feed, stream, argMax(r.status, r.ended_at) as status, argMax(r.problem, r.ended_at) as problem,
  toUnixTimestamp64Milli(max(r.ended_at)) as ended_at,
  toUnixTimestamp64Milli(maxIf(r.ended_at, r.status = 'done')) as done_at
from feed_run as r
where r.started_at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC')
group by feed, stream
order by feed, stream
