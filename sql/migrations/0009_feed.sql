-- Where each stream stands, which batches are stored, what each run did, and what was set aside and why (90 days;
-- position and reason only, never the row).
create table if not exists stream_state
(
  feed     LowCardinality(String),
  stream   LowCardinality(String),
  state    String,
  stamp    UInt64
)
engine = ReplacingMergeTree(stamp)
order by (feed, stream)
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;

create table if not exists batch_ledger
(
  feed    LowCardinality(String),
  stream  LowCardinality(String),
  token   String,
  counts  String,
  at      DateTime64(3, 'UTC')
)
engine = ReplacingMergeTree
order by (feed, stream, token)
ttl toDateTime(at) + interval 90 day
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;

create table if not exists feed_run
(
  feed       LowCardinality(String),
  stream     LowCardinality(String),
  run        String,
  started_at DateTime64(3, 'UTC'),
  ended_at   DateTime64(3, 'UTC'),
  status     LowCardinality(String),
  problem    String,
  fetched    UInt64,
  accepted   UInt64,
  unchanged  UInt64,
  revised    UInt64,
  rejected   Map(LowCardinality(String), UInt64)
)
engine = ReplacingMergeTree
order by (feed, stream, started_at, run);

create table if not exists rejected_record
(
  feed     LowCardinality(String),
  stream   LowCardinality(String),
  token    String,
  position String,
  reason   LowCardinality(String),
  field    LowCardinality(String),
  detail   String,
  at       DateTime64(3, 'UTC')
)
engine = ReplacingMergeTree
order by (feed, stream, token, position)
ttl toDateTime(at) + interval 90 day;
