-- State of the data: grows with every recomputation and every forecast.
select name, max(version) as version
from data_state
group by name
order by name
