-- What was told to whom: one row per alert, subject, recipient and attempt (claim); each step of an attempt is a newer
-- version of its row. recipient is a hash: addresses stay in the territory file. ORDER BY: attempts of one message are
-- read together, so that two processes see each other's. Kept 400 days: what was told once stays told for a year.
create table if not exists alert_sent
(
  alert     LowCardinality(String),
  subject   String,
  recipient String,
  claim     String,
  state     LowCardinality(String),
  tries     UInt16,
  next_at   DateTime64(3, 'UTC'),
  at        DateTime64(3, 'UTC'),
  stamp     UInt64
)
engine = ReplacingMergeTree(stamp)
order by (alert, subject, recipient, claim)
ttl toDateTime(at) + interval 400 day
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
