-- What each issue of a forecast said of the weather of an hour, in tenths of °C and of mm; an issue never replaces
-- another one. What came is an issue too, made after the hour. ORDER BY: an issue's hours lie side by side, which is
-- how they are read and what compresses. site '' = the whole territory. Kept without limit.
create table if not exists weather
(
  site     LowCardinality(String),
  variable LowCardinality(String),
  issued   DateTime64(3, 'UTC') codec(DoubleDelta, ZSTD(1)),
  valid    DateTime64(3, 'UTC') codec(DoubleDelta, ZSTD(1)),
  tenths   Int16 codec(T64, ZSTD(1)),
  feed     LowCardinality(String),
  stamp    UInt64 codec(DoubleDelta, ZSTD(1))
)
engine = ReplacingMergeTree(stamp)
partition by toYear(valid)
order by (site, variable, issued, valid)
settings fsync_after_insert = 1, fsync_part_directory = 1, old_parts_lifetime = 480;
