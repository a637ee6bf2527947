-- Says where planned facts are about to live, before they do (content 0 = not yet).
insert into record_key (id, site, at, version, deleted, content, stamp)
select id, site, at, version, 0, 0, {stamp: UInt64}
from record_plan
where batch = {batch: UInt64} and verdict in ('new', 'revised', 'void')
