-- Recomputed from `record final` for touched site-days, never summed at insert; the highest version wins and an
-- emptied bucket is stored with records = 0. By month: a page reads few parts.
create table if not exists rollup_15m
(
  site    LowCardinality(String),
  start   DateTime('UTC'),
  feed    LowCardinality(String),
  measure LowCardinality(String),
  value   Int64,
  records UInt32,
  minutes UInt16,
  version UInt64
)
engine = ReplacingMergeTree(version)
partition by toYYYYMM(start)
order by (site, start, feed, measure)
settings old_parts_lifetime = 480;

create table if not exists rollup_day
(
  site         LowCardinality(String),
  day          Date,
  feed         LowCardinality(String),
  measure      LowCardinality(String),
  value        Int64,
  open_value   Int64,
  open_minutes UInt32,
  records      UInt32,
  last_end     DateTime('UTC'),
  version      UInt64
)
engine = ReplacingMergeTree(version)
partition by toYear(day)
order by (site, day, feed, measure)
settings old_parts_lifetime = 480;

create table if not exists booking_day
(
  site      LowCardinality(String),
  day       Date,
  booked_on Date,
  tariff    LowCardinality(String),
  value     Int64,
  version   UInt64
)
engine = ReplacingMergeTree(version)
partition by toYear(day)
order by (site, day, booked_on, tariff)
settings old_parts_lifetime = 480;
