-- When runs of feeds ended that brought something, in ms and in order; of `polled` feeds all runs that ended well.
select feed, arraySort(groupArray(toUnixTimestamp64Milli(r.ended_at))) as arrivals
from feed_run as r
where r.feed in {feeds: Array(String)} and r.started_at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC')
  and r.status = 'done' and (r.accepted + r.revised > 0 or has({polled: Array(String)}, r.feed))
group by feed
order by feed
