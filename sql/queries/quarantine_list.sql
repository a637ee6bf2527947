-- Rows set aside of some feeds (none named = all) that a pull delivered in a span, newest first, with what was last done
-- about each and how many there are in all.
with done as
(
  select feed, stream, row_id, argMax(c.digest, c.stamp) as made_for, argMax(c.rule, c.stamp) as rule,
    argMax(c.author, c.stamp) as author, argMax(c.records, c.stamp) as records, argMax(c.done, c.stamp) as finished,
    argMax(toUnixTimestamp64Milli(c.at), c.stamp) as acted
  from correction as c
  where empty({feeds: Array(String)}) or c.feed in {feeds: Array(String)}
  group by feed, stream, row_id
)
select q.feed as feed, q.stream as stream, q.id as id, q.digest as digest, q.position as position, q.reason as reason,
  q.field as field, q.detail as detail, q.form as form, q.fields as fields, q.withheld as withheld, q.run as run,
  toUnixTimestamp64Milli(q.seen) as seen_ms,
  multiIf(d.made_for != q.digest or d.finished = 0, 'open', JSONHas(d.rule, 'drop'), 'dropped', 'corrected') as state,
  d.made_for as made_for, d.rule as rule, d.author as author, d.records as records, d.finished as finished, d.acted as acted,
  count() over () as held, countIf(state = 'open') over () as open_rows
from quarantine as q final
left join done as d on d.feed = q.feed and d.stream = q.stream and d.row_id = q.id
where (empty({feeds: Array(String)}) or q.feed in {feeds: Array(String)})
  and q.seen >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.seen < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
order by seen_ms desc, feed, stream, position, id
limit {most: UInt64}
