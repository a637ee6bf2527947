-- Where visitors come from: came_from = the site at which the same pass was used before, reduced at the edge so that no
-- id of a pass is kept. It enters the content only where it is given: facts stored before keep theirs.
-- movement_day: people by day, origin and previous site ('' = not told), recomputed for touched site-days like the other
-- rollups. ORDER BY: a page reads a quarter of all sites. Kept without limit: it holds counts alone.
alter table record add column if not exists came_from LowCardinality(String) after topic;
alter table record_stage add column if not exists came_from LowCardinality(String) after topic;
alter table record_plan add column if not exists came_from LowCardinality(String) after topic;
alter table record modify column content UInt64 default if(came_from = '', cityHash64(site, measure, at, gate, minutes, value, tariff, channel, origin, language, topic, booked_on, amount_cents, deleted), cityHash64(site, measure, at, gate, minutes, value, tariff, channel, origin, language, topic, booked_on, amount_cents, deleted, came_from));
alter table record_stage modify column content UInt64 default if(came_from = '', cityHash64(site, measure, at, gate, minutes, value, tariff, channel, origin, language, topic, booked_on, amount_cents, deleted), cityHash64(site, measure, at, gate, minutes, value, tariff, channel, origin, language, topic, booked_on, amount_cents, deleted, came_from));
create table if not exists movement_day
(
  site      LowCardinality(String),
  day       Date,
  measure   LowCardinality(String),
  origin    LowCardinality(String),
  came_from LowCardinality(String),
  value     Int64,
  version   UInt64
)
engine = ReplacingMergeTree(version)
partition by toYear(day)
order by (site, day, measure, origin, came_from)
settings old_parts_lifetime = 480;
