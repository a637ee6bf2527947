-- Lists the days of the past whose total is about to change: `corrected` when facts changed, `late` when only more
-- arrived. Days computed before they were over were never final and are left out.
insert into revision (site, day, feed, measure, kind, before, after, detected_at, version)
with days as
(
  select site, day from touched final
  where feed = {feed: String} and done = 0 and day >= {fromDay: Date} and day < {toDay: Date}
)
select old.site, old.day, old.feed, old.measure, if(new.records > old.records, 'late', 'corrected'), old.value, new.value,
  fromUnixTimestamp64Milli({now: Int64}, 'UTC'), old.version
from
(
  select site, day, feed, measure, value, records, version
  from rollup_day final
  where day >= {fromDay: Date} and day < {toDay: Date} and (site, day) in (select site, day from days)
    and toDate(fromUnixTimestamp64Micro(toInt64(version), 'UTC'), {tz: String}) > day and records > 0
) as old
left join
(
  select site, toDate(start, {tz: String}) as day, feed, measure, sum(q.value) as value, sum(q.records) as records
  from rollup_15m as q final
  where q.start >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and q.start < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
    and site in (select site from days)
  group by site, day, feed, measure
) as new using (site, day, feed, measure)
where new.value != old.value
settings do_not_merge_across_partitions_select_final = 1
