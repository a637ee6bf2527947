/** The features, each with its reason. */
import { FAR } from "../base/profile.ts";
import { openMinutes } from "../base/table.ts";
import type { DayKind } from "../special-day.ts";
import type { Column, Place } from "./column.ts";
import { ratioAtSlot, ratioBack, ratioYearAgo } from "./standpoint.ts";

const kinds: readonly DayKind[] = ["eve", "bridge", "between", "after", "event", "holiday"];

const dayOfYear = ({ stand, day }: Place): number => {
  const at = new Date((stand.site.calendar.firstDay + day) * 86_400_000);
  return (at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / 86_400_000;
};

/** Days to the nearest holiday ahead (sign 1) or behind (−1), at most 8. */
function toHoliday({ stand, day }: Place, sign: 1 | -1): number {
  const { holiday } = stand.site.calendar;
  for (let far = 0; far < 8; far++) if (holiday[day + sign * far] === 1) return far;
  return 8;
}

/** Length of the run of days off (weekend or holiday) around the day; 0 when it is none itself. */
function daysOff({ stand, day }: Place): number {
  const { weekday, calendar } = stand.site;
  const off = (d: number) => (weekday[d] ?? 0) >= 5 || calendar.holiday[d] === 1;
  if (!off(day)) return 0;
  let from = day;
  let to = day;
  while (from > day - 8 && off(from - 1)) from--;
  while (to < day + 8 && off(to + 1)) to++;
  return to - from + 1;
}

const hours = (n: number) => (place: Place) =>
  place.stand.site.table.slots === 1 ? Number.NaN : ratioBack(place.stand, 0, n);
const days = (from: number, to: number) => (place: Place) =>
  ratioBack(place.stand, from * place.stand.site.table.slots, to * place.stand.site.table.slots);

/** Log of people over the base's hope for the day. */
function overHope({ stand, day }: Place, people: number): number {
  if (Number.isNaN(people)) return people;
  const { slots } = stand.site.table;
  const from = (day - stand.originDay) * slots;
  return logRatio(
    people,
    stand.hope.subarray(from, from + slots).reduce((a, b) => a + (Number.isNaN(b) ? 0 : b), 0),
  );
}

const logRatio = (a: number, b: number) => Math.log((Math.max(0, a) + 1) / (Math.max(0, b) + 1));

export const columns: readonly Column[] = [
  { name: "lead", kind: "level", why: "what was seen last fades with the distance", of: ({ lead }) => lead },
  { name: "hour", kind: "ordinary", why: "hours err in their own ways", of: ({ slot }) => slot },
  {
    name: "weekday",
    kind: "ordinary",
    why: "so do weekdays",
    of: ({ stand, day }) => stand.site.weekday[day] ?? Number.NaN,
  },
  {
    name: "kind",
    kind: "special",
    why: "holidays, eves and bridges differ from their weekday",
    of: ({ stand, day }) =>
      kinds.indexOf(stand.site.calendar.special.get(day)?.kind ?? "eve") +
      (stand.site.calendar.special.has(day) ? 1 : 0),
  },
  {
    name: "special",
    kind: "special",
    why: "how much the base already moves the day",
    of: ({ stand, at }) => stand.special[at] ?? Number.NaN,
  },
  {
    name: "to holiday",
    kind: "special",
    why: "people travel ahead of holidays",
    of: (place) => toHoliday(place, 1),
  },
  {
    name: "since holiday",
    kind: "special",
    why: "and come back after them",
    of: (place) => toHoliday(place, -1),
  },
  { name: "days off", kind: "special", why: "long weekends draw or empty a place", of: daysOff },
  {
    name: "school",
    kind: "school",
    why: "school holidays change who comes and when",
    of: ({ stand, day }) => stand.site.calendar.school[day] ?? Number.NaN,
  },
  { name: "day of year", kind: "season", why: "season that the base has not caught", of: dayOfYear },
  {
    name: "size",
    kind: "ordinary",
    why: "small counts err more, and otherwise",
    of: ({ nature }) => nature.size,
  },
  { name: "weekend share", kind: "ordinary", why: "kind of place", of: ({ nature }) => nature.weekend },
  { name: "night share", kind: "ordinary", why: "kind of place", of: ({ nature }) => nature.night },
  { name: "unrest", kind: "ordinary", why: "kind of place", of: ({ nature }) => nature.unrest },
  {
    name: "hope",
    kind: "ordinary",
    why: "busy and quiet steps err differently",
    of: ({ stand, at }) => Math.log((stand.hope[at] ?? Number.NaN) + 1),
  },
  {
    name: "hope in size",
    kind: "ordinary",
    why: "the same within the site",
    of: ({ stand, at, nature }) => Math.log((stand.hope[at] ?? Number.NaN) + 1) - nature.size,
  },
  {
    name: "season",
    kind: "season",
    why: "how far the base was moved by the season",
    of: ({ stand, day }) => stand.basis.season[day - stand.originDay + FAR] ?? Number.NaN,
  },
  {
    name: "level",
    kind: "level",
    why: "how far the base was moved by the recent level",
    of: ({ stand }) => stand.basis.level,
  },
  { name: "last 3 hours", kind: "level", why: "the day so far", of: hours(3) },
  { name: "last day", kind: "level", why: "recent level", of: days(0, 1) },
  { name: "day before", kind: "level", why: "recent level", of: days(1, 2) },
  { name: "last week", kind: "level", why: "recent level", of: days(0, 7) },
  { name: "last 4 weeks", kind: "level", why: "recent level", of: days(0, 28) },
  {
    name: "hour, last week",
    kind: "level",
    why: "recent level of this hour of the day",
    of: ({ stand, day, slot }) => ratioAtSlot(stand, day, slot, 1, 7),
  },
  {
    name: "hour, last day",
    kind: "level",
    why: "recent level of this hour of the day",
    of: ({ stand, day, slot }) => ratioAtSlot(stand, day, slot, 1, 1),
  },
  {
    name: "weekday hour, last",
    kind: "level",
    why: "same hour of the week before",
    of: ({ stand, day, slot }) => ratioAtSlot(stand, day, slot, 7, 1),
  },
  {
    name: "weekday hour, last 4",
    kind: "level",
    why: "same hours of the weeks before",
    of: ({ stand, day, slot }) => ratioAtSlot(stand, day, slot, 7, 4),
  },
  {
    name: "year before",
    kind: "season",
    why: "what comes again every year",
    of: ({ stand, day, slot }) => ratioYearAgo(stand, day, slot, 1),
  },
  {
    name: "two years before",
    kind: "season",
    why: "what comes again every year",
    of: ({ stand, day, slot }) => ratioYearAgo(stand, day, slot, 2),
  },
  { name: "growth", kind: "level", why: "trend over a year", of: ({ stand }) => stand.growth },
  {
    name: "town, last day",
    kind: "level",
    why: "weather and events move all sites",
    of: ({ town }) => town.day,
  },
  {
    name: "town, last week",
    kind: "level",
    why: "weather and events move all sites",
    of: ({ town }) => town.week,
  },
  {
    name: "open",
    kind: "ordinary",
    why: "part of the step that the site is open",
    of: ({ stand, day, slot }) => openMinutes(stand.site.calendar, day, slot, stand.site.table.slots),
  },
  {
    name: "booked",
    kind: "bookings",
    why: "who has booked will mostly come",
    of: (place) => overHope(place, place.outlook.booked(place.day)),
  },
  {
    name: "groups booked",
    kind: "bookings",
    why: "groups book early and cancel otherwise",
    of: (place) => overHope(place, place.outlook.groups(place.day)),
  },
  {
    name: "booked over usual",
    kind: "bookings",
    why: "more on hand than usually so long before",
    of: ({ outlook, day }) => logRatio(outlook.booked(day), outlook.usuallyBooked(day)),
  },
  {
    name: "temperature",
    kind: "weather",
    why: "heat and cold keep people in",
    of: ({ outlook, day, slot }) => outlook.sky("temperature", day, slot),
  },
  {
    name: "temperature over usual",
    kind: "weather",
    why: "the base has lived through the weather of the last weeks",
    of: ({ outlook, day, slot }) =>
      outlook.sky("temperature", day, slot) - outlook.usualSky("temperature", slot),
  },
  {
    name: "rain",
    kind: "weather",
    why: "rain empties streets and fills museums",
    of: ({ outlook, day, slot }) => outlook.sky("rain", day, slot),
  },
  {
    name: "rain over usual",
    kind: "weather",
    why: "the base has lived through the rain of the last weeks",
    of: ({ outlook, day, slot }) => outlook.sky("rain", day, slot) - outlook.usualSky("rain", slot),
  },
];
