-- Decisions about advice for days of a span, the newest of each; `decided` in ms.
select id, day, from_site, to_site, status, reason, decided
from
(
  select id, day, from_site, to_site, status, reason, toUnixTimestamp64Milli(a.decided_at) as decided, stamp
  from advice as a
  where day >= {from: Date} and day < {to: Date}
  order by stamp desc
  limit 1 by id
)
order by day, id
