-- Writes a plan: tombstones at old places and the newest content at the new ones.
insert into record (site, measure, at, feed, stream, id, gate, minutes, value, tariff, channel, origin, language, topic, booked_on, amount_cents, known_at, version, deleted, run, content)
select site, measure, at, feed, stream, id, gate, minutes, value, tariff, channel, origin, language, topic, booked_on, amount_cents, known_at, version, deleted, run, content
from record_plan
where batch = {batch: UInt64}
