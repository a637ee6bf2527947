-- Rows set aside in a period by feed and reason, with one example.
select feed, reason, count() as rejected_rows, any(concat(position, ': ', field, ' ', detail)) as example
from rejected_record final
where at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
group by feed, reason
order by rejected_rows desc, feed, reason
