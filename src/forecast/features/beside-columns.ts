/** What bookings and weather say of a step; NaN where a site has none. */
import type { Column, Place } from "./column.ts";

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

export const besideColumns: readonly Column[] = [
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
