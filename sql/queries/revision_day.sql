-- By how much the totals of past days changed after they were over, and when last, in ms.
select site, day, feed, measure, kind, sum(r.after - r.before) as change,
  toUnixTimestamp64Milli(max(r.detected_at)) as detected
from revision as r final
where site in {sites: Array(String)} and day >= {from: Date} and day < {to: Date}
group by site, day, feed, measure, kind
having change != 0
order by site, day, feed, measure, kind
