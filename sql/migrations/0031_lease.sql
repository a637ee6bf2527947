-- Who reads which feed: one row a feed and holder, its newest word by stamp. A row that is held and not expired is the
-- feed's one writer; one that is claimed may be, or stands back (withdrawn) in a moment. `turn` is when the feed was
-- last read to its end, by whomever. Times are the store's own clock. ORDER BY: a feed's holders lie together. Holders
-- that ended go after 400 days.
create table if not exists lease
(
  feed    LowCardinality(String),
  holder  String,
  fence   UInt64,
  state   LowCardinality(String),
  expires DateTime64(3, 'UTC'),
  turn    DateTime64(3, 'UTC'),
  stamp   UInt64
)
engine = ReplacingMergeTree(stamp)
order by (feed, holder)
ttl toDateTime(expires) + interval 400 day
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
