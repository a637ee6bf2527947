-- How far each feed has been read: its watermark as the runner keeps it, 0 when it vouches for nothing or was retired.
select feed, stream, if(JSONExtractBool(state, 'cursor', 'retired'), 0, JSONExtractUInt(state, 'observedTo')) as observed_to
from stream_state final
order by feed, stream
