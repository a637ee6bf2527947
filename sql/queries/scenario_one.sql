-- One scenario with the forecast as it was frozen.
select id, site, name, toUnixTimestamp64Milli(s.created_at) as created_at, changes, status,
  toUnixTimestamp64Milli(s.frozen_at) as frozen_at, result
from scenario as s final
where id = {id: String}
