-- Site-days whose facts changed and whose rollups are not yet recomputed (done = 0). Written before the facts, so a
-- crash leaves a day marked once too often, never once too few.
create table if not exists touched
(
  feed  LowCardinality(String),
  site  LowCardinality(String),
  day   Date,
  done  UInt8,
  stamp UInt64
)
engine = ReplacingMergeTree(stamp)
order by (feed, site, day)
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
