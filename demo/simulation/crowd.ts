/** Who crosses a door in each quarter hour of a day: visitors in and out, people who come for something else, the
 *  staff. The truth, before any counter misses somebody. */
import { addDays, type LocalDate, MINUTE, QUARTER } from "../../src/domain/time.ts";
import { arrivalIn } from "./attendance.ts";
import { dayStart } from "./local-days.ts";
import { gamma, integer, negativeBinomial, type Random, random } from "./random.ts";
import type { Place } from "./world.ts";

/** People per quarter hour of the local day: 92, 96 or 100 of them. */
interface Crowd {
  /** Start of the local day. */
  readonly from: number;
  readonly entries: Int16Array;
  readonly exits: Int16Array;
}

/** Open days of an ordinary year, to spread yearly numbers. */
const OPEN_DAYS = 252;

export function crowdOf({ site, profile, day }: Place, seed: string, date: LocalDate): Crowd {
  const from = dayStart(date, site.zone);
  const to = dayStart(addDays(date, 1), site.zone);
  const quarters = Math.round((to - from) / QUARTER);
  const crowd = { from, entries: new Int16Array(quarters), exits: new Int16Array(quarters) };
  const cross = (side: Int16Array, at: number, people: number) => {
    const i = Math.min(quarters - 1, Math.max(0, Math.floor((at - from) / QUARTER)));
    side[i] = (side[i] ?? 0) + people;
  };
  const stay = (arrive: number, leave: number, people: number) => {
    cross(crowd.entries, arrive, people);
    cross(crowd.exits, leave, people);
  };
  const truth = day(date);
  for (const { people, arrive, leave } of truth.parties) stay(arrive, leave, people);
  for (const { came, arrive, leave } of truth.groups) stay(arrive, leave, came);

  const r = random(`${seed}/${site.id}/${date}/door`);
  if (truth.open && profile.otherDoorUsers > 0) {
    const mean = (profile.otherDoorUsers / OPEN_DAYS) * (0.6 + 0.4 * (profile.weekday[weekdayOf(date)] ?? 1));
    for (let n = negativeBinomial(r, mean, 40); n > 0; n--) {
      const arrive = arrivalIn(r, truth.spans);
      stay(arrive, arrive + 12 * gamma(r, 3) * MINUTE, 1);
    }
  }
  staff(r, truth.spans, stay);
  return crowd;
}

/** Comes before opening, steps out now and then, leaves after closing; on closed days the cleaner, sometimes. */
function staff(
  r: Random,
  spans: readonly { from: number; to: number }[],
  stay: (arrive: number, leave: number, people: number) => void,
): void {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return;
  stay(first.from - integer(r, 15, 50) * MINUTE, last.to + integer(r, 6, 25) * MINUTE, integer(r, 1, 2));
  const hours = (last.to - first.from) / (60 * MINUTE);
  for (let n = Math.floor(hours / 3); n > 0; n--) {
    const back = first.from + r() * (last.to - first.from);
    stay(back, back - integer(r, 4, 25) * MINUTE, 1);
  }
}

function weekdayOf(date: LocalDate): number {
  return (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
}
