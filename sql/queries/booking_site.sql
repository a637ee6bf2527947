-- Sites that take bookings: some ticket was bought ahead of its day.
select distinct site
from booking_day
where booked_on < day and value != 0
order by site
