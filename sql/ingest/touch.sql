-- Marks the site-days that a plan will change.
insert into touched (feed, site, day, done, stamp)
select distinct {feed: String}, site, toDate(at, {tz: String}), 0, {stamp: UInt64}
from record_plan
where batch = {batch: UInt64} and verdict in ('new', 'revised', 'moved')
