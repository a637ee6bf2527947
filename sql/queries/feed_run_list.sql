-- Feed runs of a period that brought or lacked something, newest first.
select feed, stream, toUnixTimestamp64Milli(started_at) as started, toUnixTimestamp64Milli(ended_at) as ended, status, problem,
  fetched, accepted, unchanged, revised, arraySum(mapValues(rejected)) as rejected_rows
from feed_run final
where started_at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and started_at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
  and (status != 'done' or accepted + revised + rejected_rows > 0)
order by started desc, feed, stream
limit 200
