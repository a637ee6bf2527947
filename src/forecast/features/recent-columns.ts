/** How far the base has been off lately and a year ago, at the site and in town. */
import type { Column, Place } from "./column.ts";
import { ratioAtSlot, ratioBack, ratioYearAgo } from "./standpoint.ts";

const hours = (n: number) => (place: Place) =>
  place.stand.site.table.slots === 1 ? Number.NaN : ratioBack(place.stand, 0, n);
const days = (from: number, to: number) => (place: Place) =>
  ratioBack(place.stand, from * place.stand.site.table.slots, to * place.stand.site.table.slots);

export const recentColumns: readonly Column[] = [
  {
    name: "level",
    kind: "level",
    why: "how far the base was moved by the recent level",
    of: ({ stand }) => stand.basis.level.day,
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
];
