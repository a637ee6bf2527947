-- What somebody would like to change, kept as a draft, frozen as the plan with the forecast as it then was, or dropped:
-- each step is a newer version of the row. `changes` and `result` are JSON documents; `result` is empty before it is
-- frozen. ORDER BY: rows are few and read by id. Kept without limit.
create table if not exists scenario
(
  id         String,
  site       LowCardinality(String),
  name       String,
  created_at DateTime64(3, 'UTC'),
  changes    String,
  status     LowCardinality(String),
  frozen_at  Nullable(DateTime64(3, 'UTC')),
  result     String,
  version    UInt64
)
engine = ReplacingMergeTree(version)
order by id;
