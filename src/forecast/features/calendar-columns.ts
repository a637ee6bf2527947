/** What the calendar says of a step. */
import { openMinutes } from "../base/table.ts";
import type { DayKind } from "../special-day.ts";
import type { Column, Place } from "./column.ts";
import { meanLog, specialPast } from "./special-past.ts";

const kinds: readonly DayKind[] = ["eve", "bridge", "between", "after", "event", "holiday"];

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

export const calendarColumns: readonly Column[] = [
  {
    name: "weekday",
    kind: "ordinary",
    why: "so do weekdays",
    of: ({ stand, day }) => stand.site.weekday[day] ?? Number.NaN,
  },
  { name: "hour", kind: "ordinary", why: "hours err in their own ways", of: ({ slot }) => slot },
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
    name: "seen before",
    kind: "special",
    why: "the first day of its name is a guess, later ones are known",
    of: ({ stand, day }) => specialPast(stand, day).same.length,
  },
  {
    name: "kin before",
    kind: "special",
    why: "so are the first days of a kind",
    of: ({ stand, day }) => specialPast(stand, day).kin.length,
  },
  {
    name: "same day before",
    kind: "special",
    why: "what days of this name did at this hour",
    of: ({ stand, day, slot }) => meanLog(specialPast(stand, day).same, slot),
  },
  {
    name: "kin days before",
    kind: "special",
    why: "what days of this kind did at this hour",
    of: ({ stand, day, slot }) => meanLog(specialPast(stand, day).kin, slot),
  },
  {
    name: "same day before, town",
    kind: "special",
    why: "a day seen once at one site has been seen at all of them",
    of: ({ town, day, slot }) => town.sameDay(day, slot),
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
  {
    name: "neighbours off",
    kind: "school",
    why: "days off of neighbouring zones and countries bring their people",
    of: ({ stand, day }) => stand.site.calendar.neighbours?.[day] ?? Number.NaN,
  },
  {
    name: "open",
    kind: "ordinary",
    why: "part of the step that the site is open",
    of: ({ stand, day, slot }) => openMinutes(stand.site.calendar, day, slot, stand.site.table.slots),
  },
];
