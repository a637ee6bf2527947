-- Days whose total changed after they were over, by day of the figure.
select site, day, feed, measure, kind, before, after, toUnixTimestamp64Milli(detected_at) as detected
from revision final
where day >= {from: Date} and day < {to: Date}
order by detected desc, site, day, feed, measure
limit 5000
