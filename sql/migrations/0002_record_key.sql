-- Where a movable fact lives or may live: one row per place it was ever written to. A row is written with content 0
-- before the fact itself, so that a crash between the two leaves no place unknown. Kept as long as the facts.
create table if not exists record_key
(
  id      UInt64,
  site    LowCardinality(String),
  at      DateTime64(3, 'UTC'),
  version UInt64,
  deleted UInt8,
  content UInt64,
  stamp   UInt64
)
engine = ReplacingMergeTree(stamp)
order by (id, site, at)
settings index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
