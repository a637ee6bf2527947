-- A stamp that grows with every batch of facts of some feeds.
select max(stamp) as stamp
from touched
where feed in {feeds: Array(String)}
