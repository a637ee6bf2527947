-- What people wrote down about days: an event, a closure, a fault of a feed, something done, or a note. site '' = all
-- sites; days [from_day, to_day). counts = 1: forecasts take it into account from created_at on, until withdrawn_at.
-- Nothing is deleted: a withdrawal is a newer version. ORDER BY: they are few and read by id. Kept without limit.
create table if not exists annotation
(
  id           String,
  site         LowCardinality(String),
  from_day     Date,
  to_day       Date,
  kind         LowCardinality(String),
  note         String,
  counts       UInt8,
  created_at   DateTime64(3, 'UTC'),
  withdrawn_at Nullable(DateTime64(3, 'UTC')),
  stamp        UInt64
)
engine = ReplacingMergeTree(stamp)
order by id
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
