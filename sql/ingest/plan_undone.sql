-- Plans the withdrawal of what a run added inside a window that it may not replace after all.
insert into record_plan (batch, verdict, site, measure, at, feed, stream, id, minutes, version, deleted, run)
select
  {batch: UInt64}, 'revised', site, measure, at, feed, stream, id, minutes, version + 1, 1, run
from record final
where feed = {feed: String} and stream = {stream: String}
  and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
  and run = {run: UInt64}
  and (id in (select id from record_plan where run = {run: UInt64} and verdict = 'new')
    or id not in (select id from record_stage where run = {run: UInt64}))
