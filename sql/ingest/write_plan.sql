-- Writes a plan: tombstones at old places and the newest content at the new ones. Where facts can move, their places
-- know the newest version and a bump need not be written.
insert into record (site, measure, at, feed, stream, id, gate, minutes, value, tariff, channel, origin, language, topic, came_from, booked_on, amount_cents, known_at, version, deleted, run, content)
select site, measure, at, feed, stream, id, gate, minutes, value, tariff, channel, origin, language, topic, came_from, booked_on, amount_cents, known_at, version, deleted, run, content
from record_plan
where batch = {batch: UInt64} and (verdict != 'bump' or {movable: UInt8} = 0)
