-- Attempts at telling one recipient about subjects of one alert; instants in ms.
select subject, claim, state, tries, toUnixTimestamp64Milli(a.next_at) as next, toUnixTimestamp64Milli(a.at) as since
from alert_sent as a final
where alert = {alert: String} and recipient = {recipient: String} and subject in {subjects: Array(String)}
order by subject, since, claim
