-- Rows set aside, one per row of a source however often it is delivered: the newest pull's word. `fields` (JSON) holds
-- only what the mapping names and what names no person; `withheld` the names of the rest. ORDER BY: a row is found by
-- its feed, stream and name. How long they are kept the territory file says; the nightly job deletes by `seen`.
create table if not exists quarantine
(
  feed     LowCardinality(String),
  stream   LowCardinality(String),
  id       String,
  digest   String,
  position String,
  reason   LowCardinality(String),
  field    LowCardinality(String),
  detail   String,
  form     LowCardinality(String),
  fields   String codec(ZSTD(1)),
  withheld Array(LowCardinality(String)),
  run      String,
  seen     DateTime64(3, 'UTC'),
  stamp    UInt64
)
engine = ReplacingMergeTree(stamp)
order by (feed, stream, id)
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
