-- People counted by hand at a site, by start of the span and tariff class ('' = not told apart). minutes = length of the
-- longest span that starts there.
select toUnixTimestamp(toStartOfFifteenMinutes(at)) * 1000 as start, tariff, sum(value) as people, max(minutes) as minutes
from record final
where site = {site: String} and measure = 'manual'
  and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
group by start, tariff
order by start, tariff
settings do_not_merge_across_partitions_select_final = 1
