-- How far each feed has been read: its watermark as the runner keeps it, 0 when it vouches for nothing.
select feed, stream, JSONExtractUInt(state, 'observedTo') as observed_to
from stream_state final
order by feed, stream
