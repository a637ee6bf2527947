-- Annotations that touch sites (or all) on days of a span, as known just before an instant; `withdrawn` in ms, 0 =
-- stands; oldest first. A withdrawal at or after the instant is not known yet.
select id, site, from_day, to_day, kind, note, counts, toUnixTimestamp64Milli(a.created_at) as created,
  ifNull(if(a.withdrawn_at < fromUnixTimestamp64Milli({asOf: Int64}, 'UTC'), toUnixTimestamp64Milli(a.withdrawn_at), 0), 0) as withdrawn
from annotation as a final
where (site = '' or site in {sites: Array(String)}) and from_day < {to: Date} and to_day > {from: Date}
  and a.created_at < fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')
order by created, id
