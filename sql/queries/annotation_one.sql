-- One annotation as it stands; `withdrawn` in ms, 0 = not.
select id, site, from_day, to_day, kind, note, counts, toUnixTimestamp64Milli(a.created_at) as created,
  ifNull(toUnixTimestamp64Milli(a.withdrawn_at), 0) as withdrawn
from annotation as a final
where id = {id: String}
