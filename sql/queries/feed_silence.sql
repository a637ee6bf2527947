-- Times between two runs of a feed that ended well, in ms, where they are further apart than `least`: between any two
-- (`brought` 0), and between two that brought something new (1). What came before the first run is no silence.
select feed, brought, toUnixTimestamp64Milli(s.before) as silent_from, toUnixTimestamp64Milli(s.ended_at) as silent_to
from
(
  select feed, ended_at, brought,
    lagInFrame(ended_at) over (partition by feed, brought order by ended_at rows between unbounded preceding and current row) as before
  from
  (
    select feed, ended_at, arrayJoin(if(accepted + revised > 0, [0, 1], [0])) as brought
    from feed_run final
    where started_at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and status = 'done'
  )
) as s
where toUnixTimestamp64Milli(s.before) > 0 and dateDiff('millisecond', s.before, s.ended_at) > {least: Int64}
order by feed, brought, silent_from
