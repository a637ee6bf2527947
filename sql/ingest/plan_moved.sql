-- Plans a tombstone at every other place where a planned fact lives or may live.
insert into record_plan (batch, verdict, site, measure, at, feed, stream, id, version, deleted, run)
select
  {batch: UInt64}, 'moved', k.site, p.measure, k.at, p.feed, p.stream, k.id, p.version, 1, p.run
from
(
  select id, site, at from record_key final
  where deleted = 0 and id in (select id from record_plan where batch = {batch: UInt64})
) as k
inner join (select * from record_plan where batch = {batch: UInt64} and verdict != 'moved') as p on p.id = k.id
where (k.site, k.at) != (p.site, p.at)
