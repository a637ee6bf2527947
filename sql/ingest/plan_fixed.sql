-- Compares a staged batch of facts whose place cannot change with what is stored, and plans what to write:
-- new, revised, or bump (same content, newer version of the source). A fact that we withdrew (it had vanished from a
-- scan) comes back whatever its version says: the withdrawal carried the time of a pull, not of the source.
-- A version below 10^10 is a revision number, not a time: such a correction is known from the pull on.
insert into record_plan (batch, verdict, site, measure, at, feed, stream, id, gate, minutes, value, tariff, channel, origin, language, topic, came_from, booked_on, amount_cents, known_at, version, deleted, run, content)
with known as
(
  select id, site, at, max(r.version) as version, argMax(r.content, r.version) as content,
    argMax(r.known_at, r.version) as known_at, argMax(r.deleted, r.version) as deleted
  from record as r
  where r.site in (select distinct site from record_stage where run = {run: UInt64} and batch = {batch: UInt64})
    and r.at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and r.at <= fromUnixTimestamp64Milli({to: Int64}, 'UTC')
    and r.id in (select id from record_stage where run = {run: UInt64} and batch = {batch: UInt64})
  group by id, site, at
)
select
  {batch: UInt64} as batch,
  multiIf(k.version > 0 and s.content = k.content, 'bump', k.version > 0 and k.deleted = 0, 'revised', s.deleted = 1, 'void', 'new') as verdict,
  s.site, s.measure, s.at, s.feed, s.stream, s.id, s.gate, s.minutes, s.value, s.tariff, s.channel, s.origin, s.language, s.topic, s.came_from,
  s.booked_on, s.amount_cents,
  multiIf(verdict = 'revised', greatest(s.known_at, fromUnixTimestamp64Milli(toInt64(if(s.version < 10000000000, {now: Int64}, least(s.version, toUInt64({now: Int64})))), 'UTC')), verdict = 'bump', k.known_at, s.known_at),
  if(k.deleted = 1 and k.content = 0, greatest(s.version, k.version + 1), s.version), s.deleted, s.run, s.content
from
(
  select * except (staged_at, batch)
  from record_stage
  where run = {run: UInt64} and batch = {batch: UInt64}
  order by version desc, position desc
  limit 1 by id, site, at
) as s
left join known as k on k.id = s.id and k.site = s.site and k.at = s.at
where (s.version >= k.version or (k.deleted = 1 and k.content = 0))
  and (s.content != k.content or (s.version > k.version and s.version != toUInt64({now: Int64})))
