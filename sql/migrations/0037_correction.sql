-- What was done about rows set aside: each application of a rule, by the territory file or by a person, with the facts
-- that stand for the row since (JSON; none = dropped). Written before the facts with done = 0 and all that may stand by
-- then, and again behind them. The newest by stamp counts, as long as the row's content is the one it was made for. ORDER BY: what was done to one row lies together. Goes with its row.
create table if not exists correction
(
  feed    LowCardinality(String),
  stream  LowCardinality(String),
  row_id  String,
  digest  String,
  rule    String codec(ZSTD(1)),
  author  LowCardinality(String),
  records String codec(ZSTD(1)),
  done    UInt8,
  at      DateTime64(3, 'UTC'),
  stamp   UInt64
)
engine = ReplacingMergeTree(stamp)
order by (feed, stream, row_id, digest, rule, author, done)
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
