-- Days whose total changed after the day was over: `late` when facts were added, `corrected` when facts changed.
create table if not exists revision
(
  site        LowCardinality(String),
  day         Date,
  feed        LowCardinality(String),
  measure     LowCardinality(String),
  kind        LowCardinality(String),
  before      Int64,
  after       Int64,
  detected_at DateTime64(3, 'UTC'),
  version     UInt64
)
engine = ReplacingMergeTree
order by (site, day, feed, measure, version);
