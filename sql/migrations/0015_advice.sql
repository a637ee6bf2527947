-- What was decided about a piece of advice (send visitors of one site to another on a day): kept, dismissed with a
-- reason, or open again, with how pressed both sites then were (empty = no longer advised). Append-only: each decision is a row, the
-- highest stamp holds. ORDER BY: a page reads days. Kept without limit: effects are measured from them.
create table if not exists advice
(
  id         String,
  day        Date,
  from_site  LowCardinality(String),
  to_site    LowCardinality(String),
  status     LowCardinality(String),
  reason     LowCardinality(String),
  from_level LowCardinality(String),
  to_level   LowCardinality(String),
  decided_at DateTime64(3, 'UTC'),
  stamp      UInt64
)
engine = MergeTree
order by (day, id, stamp)
settings non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;
