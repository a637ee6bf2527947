-- What a pushed batch was answered, so that the same batch sent again is answered the same and stores nothing. Written
-- after the batch itself; a crash between the two costs a comparison, no fact. Kept for a week.
create table if not exists push_reply
(
  feed    LowCardinality(String),
  token   String,
  content String,
  reply   String,
  at      DateTime64(3, 'UTC')
)
engine = ReplacingMergeTree
order by (feed, token)
ttl toDateTime(at) + interval 7 day
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
