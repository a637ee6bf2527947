-- Compares a staged batch of facts that may have moved with the newest version known of each, wherever it lives. A
-- fact that we withdrew comes back whatever its version says, as in plan_fixed.
-- A version below 10^10 is a revision number, not a time: such a correction is known from the pull on.
insert into record_plan (batch, verdict, site, measure, at, feed, stream, id, gate, minutes, value, tariff, channel, origin, language, topic, came_from, booked_on, amount_cents, known_at, version, deleted, run, content)
with known as
(
  select id, max(k.version) as version, argMax(k.content, k.stamp) as content,
    argMax(k.deleted, k.stamp) as deleted, max(k.content != 0) as stored
  from record_key as k final
  where k.id in (select id from record_stage where run = {run: UInt64} and batch = {batch: UInt64})
  group by id
)
select
  {batch: UInt64} as batch,
  multiIf(k.version > 0 and s.content = k.content, 'bump', k.stored = 1 and k.deleted = 0, 'revised', s.deleted = 1, 'void', 'new') as verdict,
  s.site, s.measure, s.at, s.feed, s.stream, s.id, s.gate, s.minutes, s.value, s.tariff, s.channel, s.origin, s.language, s.topic, s.came_from,
  s.booked_on, s.amount_cents,
  if(verdict = 'revised', greatest(s.known_at, fromUnixTimestamp64Milli(toInt64(if(s.version < 10000000000, {now: Int64}, least(s.version, toUInt64({now: Int64})))), 'UTC')), s.known_at),
  if(k.deleted = 1 and k.content = 0, greatest(s.version, k.version + 1), s.version), s.deleted, s.run, s.content
from
(
  select * except (staged_at, batch)
  from record_stage
  where run = {run: UInt64} and batch = {batch: UInt64}
  order by version desc, position desc
  limit 1 by id
) as s
left join known as k on k.id = s.id
where (s.version >= k.version or (k.deleted = 1 and k.content = 0))
  and (s.content != k.content or (s.version > k.version and s.version != toUInt64({now: Int64})))
