-- How many people are planned at a site's desk over a span of a local day (minutes after midnight), never who. Each
-- entry stays; where spans overlap the newest one holds. ORDER BY: a week of one site is read together; the stamp in
-- the key keeps every entry. Kept without limit.
create table if not exists staff_plan
(
  site        LowCardinality(String),
  day         Date,
  from_minute UInt16,
  to_minute   UInt16,
  people      UInt16,
  created_at  DateTime64(3, 'UTC'),
  stamp       UInt64
)
engine = ReplacingMergeTree
partition by toYear(day)
order by (site, day, stamp)
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
