-- Keeps the contents that a plan is about to replace.
insert into record_past (site, measure, at, id, feed, stream, minutes, value, tariff, booked_on, known_at, version, replaced_at)
select r.site, r.measure, r.at, r.id, r.feed, r.stream, r.minutes, r.value, r.tariff, r.booked_on, r.known_at, r.version,
  fromUnixTimestamp64Milli({now: Int64}, 'UTC')
from record as r final
where (r.site, r.at, r.id) in (select site, at, id from record_plan where batch = {batch: UInt64} and verdict in ('revised', 'moved'))
