-- Scenarios of some sites that were not dropped, newest first.
select id, site, name, toUnixTimestamp64Milli(s.created_at) as created_at, changes, status,
  toUnixTimestamp64Milli(s.frozen_at) as frozen_at
from scenario as s final
where site in {sites: Array(String)} and status != 'dropped'
order by s.created_at desc, id
