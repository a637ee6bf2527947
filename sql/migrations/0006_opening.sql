-- Open spans of each site and day by the territory file's rules: what the rollups need to tell open time from closed.
-- Rewritten when the rules change; the highest version wins.
create table if not exists opening
(
  site    LowCardinality(String),
  day     Date,
  froms   Array(DateTime('UTC')),
  tos     Array(DateTime('UTC')),
  version UInt64
)
engine = ReplacingMergeTree(version)
order by (site, day);
