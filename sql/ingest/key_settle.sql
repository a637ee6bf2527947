-- Says where the written facts live now; the stamp orders a place left before the place taken.
insert into record_key (id, site, at, version, deleted, content, stamp)
select id, site, at, version, deleted, if(verdict = 'moved', 0, content), {stamp: UInt64} + if(verdict = 'moved', 0, 1)
from record_plan
where batch = {batch: UInt64}
