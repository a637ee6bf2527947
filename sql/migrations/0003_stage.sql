-- Batches on their way in, compared with what is stored, and the rows that the comparison decided to write. Rows of
-- a finished or broken run serve nobody and go after a day.
create table if not exists record_stage
(
  run          UInt64,
  batch        UInt64,
  position     UInt32,
  staged_at    DateTime default now('UTC'),
  site         LowCardinality(String),
  measure      LowCardinality(String),
  at           DateTime64(3, 'UTC'),
  key          String ephemeral,
  feed         LowCardinality(String),
  stream       LowCardinality(String),
  id           UInt64 default sipHash64(feed, stream, key),
  gate         LowCardinality(String),
  minutes      UInt16,
  value        Int32,
  tariff       LowCardinality(String),
  channel      LowCardinality(String),
  origin       LowCardinality(String),
  language     LowCardinality(String),
  topic        LowCardinality(String),
  booked_on    DateTime64(3, 'UTC'),
  amount_cents Int32,
  known_at     DateTime64(3, 'UTC'),
  version      UInt64,
  deleted      UInt8,
  content      UInt64 default cityHash64(site, measure, at, gate, minutes, value, tariff, channel, origin, language, topic, booked_on, amount_cents, deleted)
)
engine = MergeTree
order by (run, batch, id)
ttl staged_at + interval 1 day;

create table if not exists record_plan
(
  batch        UInt64,
  verdict      LowCardinality(String),
  planned_at   DateTime default now('UTC'),
  site         LowCardinality(String),
  measure      LowCardinality(String),
  at           DateTime64(3, 'UTC'),
  feed         LowCardinality(String),
  stream       LowCardinality(String),
  id           UInt64,
  gate         LowCardinality(String),
  minutes      UInt16,
  value        Int32,
  tariff       LowCardinality(String),
  channel      LowCardinality(String),
  origin       LowCardinality(String),
  language     LowCardinality(String),
  topic        LowCardinality(String),
  booked_on    DateTime64(3, 'UTC'),
  amount_cents Int32,
  known_at     DateTime64(3, 'UTC'),
  version      UInt64,
  deleted      UInt8,
  run          UInt64,
  content      UInt64
)
engine = MergeTree
order by (batch, verdict, id)
ttl planned_at + interval 1 day;
