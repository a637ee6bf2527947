/** The features, each with its reason. */
import { FAR } from "../base/profile.ts";
import { besideColumns } from "./beside-columns.ts";
import { calendarColumns } from "./calendar-columns.ts";
import type { Column, Place } from "./column.ts";
import { recentColumns } from "./recent-columns.ts";

/** TRICKY: by hour, where weeks are forecast from two years, the day names single weeks that trees learn by heart
 *  (−1 % without it); by day, three months ahead, it carries the season (+3 %). */
function dayOfYear({ stand, day }: Place): number {
  if (stand.site.table.slots > 1) return Number.NaN;
  const at = new Date((stand.site.table.firstDay + day) * 86_400_000);
  return (at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / 86_400_000;
}

const placeColumns: readonly Column[] = [
  { name: "lead", kind: "level", why: "what was seen last fades with the distance", of: ({ lead }) => lead },
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
  { name: "day of year", kind: "season", why: "season that the base has not caught", of: dayOfYear },
];

/** In the order of the rows' numbers. */
export const columns: readonly Column[] = [
  ...placeColumns,
  ...calendarColumns,
  ...recentColumns,
  ...besideColumns,
];
