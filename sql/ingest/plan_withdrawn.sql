-- Plans the withdrawal of the facts of a complete window that the run did not deliver.
insert into record_plan (batch, verdict, site, measure, at, feed, stream, id, minutes, version, deleted, run)
select
  {batch: UInt64}, 'revised', site, measure, at, feed, stream, id, minutes, toUInt64({now: Int64}), 1, {run: UInt64}
from record final
where feed = {feed: String} and stream = {stream: String}
  and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
  and run != {run: UInt64}
  and id not in (select id from record_stage where run = {run: UInt64})
