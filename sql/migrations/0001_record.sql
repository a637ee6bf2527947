-- Facts by key and version. ORDER BY (site, at, id): rollups read a site's days; a fact keeps its place as long as its
-- key cannot move. id = sipHash64(feed, stream, key): the source's own key is not kept. Kept without limit here;
-- retention is a job. booked_on 1970 = none.
create table if not exists record
(
  site         LowCardinality(String),
  measure      LowCardinality(String),
  at           DateTime64(3, 'UTC') codec(DoubleDelta, ZSTD(1)),
  key          String ephemeral,
  feed         LowCardinality(String),
  stream       LowCardinality(String),
  id           UInt64 default sipHash64(feed, stream, key),
  gate         LowCardinality(String),
  minutes      UInt16,
  value        Int32 codec(T64, ZSTD(1)),
  tariff       LowCardinality(String),
  channel      LowCardinality(String),
  origin       LowCardinality(String),
  language     LowCardinality(String),
  topic        LowCardinality(String),
  booked_on    DateTime64(3, 'UTC') codec(DoubleDelta, ZSTD(1)),
  amount_cents Int32 codec(T64, ZSTD(1)),
  known_at     DateTime64(3, 'UTC') codec(DoubleDelta, ZSTD(1)),
  version      UInt64 codec(DoubleDelta, ZSTD(1)),
  deleted      UInt8,
  run          UInt64 codec(ZSTD(1)),
  content      UInt64 default cityHash64(site, measure, at, gate, minutes, value, tariff, channel, origin, language, topic, booked_on, amount_cents, deleted) codec(NONE)
)
engine = ReplacingMergeTree(version, deleted)
partition by toYYYYMM(at)
order by (site, at, id)
settings non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
