-- Contents that a newer version replaced, and when: what was known at an earlier instant is the current facts known
-- before it plus these rows with known_at <= instant < replaced_at. Kept without limit; only corrections land here.
create table if not exists record_past
(
  site        LowCardinality(String),
  measure     LowCardinality(String),
  at          DateTime64(3, 'UTC'),
  id          UInt64,
  feed        LowCardinality(String),
  stream      LowCardinality(String),
  minutes     UInt16,
  value       Int32,
  tariff      LowCardinality(String),
  booked_on   DateTime64(3, 'UTC'),
  known_at    DateTime64(3, 'UTC'),
  version     UInt64,
  replaced_at DateTime64(3, 'UTC')
)
engine = ReplacingMergeTree
partition by toYYYYMM(at)
order by (site, at, id, version);
