-- Every vintage of every forecast, never overwritten: quantiles in people per site and step, with the origin before
-- which everything used was known. retrospective = 1: issued later than its origin (`forecast --at`).
create table if not exists forecast_point
(
  site      LowCardinality(String),
  step      LowCardinality(String),
  origin    DateTime64(3, 'UTC'),
  issued_at DateTime64(3, 'UTC'),
  start     DateTime('UTC'),
  day       Date,
  lead      UInt16,
  q10       Float32,
  q25       Float32,
  q50       Float32,
  q75       Float32,
  q90       Float32,
  mean      Float32,
  booked    Nullable(Int32)
)
engine = ReplacingMergeTree
partition by toYYYYMM(origin)
order by (site, step, origin, issued_at, start);

create table if not exists forecast_run
(
  site          LowCardinality(String),
  step          LowCardinality(String),
  origin        DateTime64(3, 'UTC'),
  issued_at     DateTime64(3, 'UTC'),
  model         LowCardinality(String),
  inputs        String,
  refused       LowCardinality(String),
  explanation   String,
  retrospective UInt8
)
engine = ReplacingMergeTree
order by (site, step, origin, issued_at);

create table if not exists data_state
(
  name    LowCardinality(String),
  version UInt64
)
engine = ReplacingMergeTree(version)
order by name;
