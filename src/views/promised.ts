/** Promises of the last half year beside what came, by site and days ahead. */
import type { Site } from "../domain/site.ts";
import { addDays, type Instant, type LocalDate, localDate } from "../domain/time.ts";
import { type Combined, combine } from "../visits/combine.ts";
import type { VisitContext } from "../visits/context.ts";
import type { DayVisits } from "../visits/daily.ts";
import type { ViewDeps } from "./deps.ts";
import { bySiteDay } from "./paired.ts";
import { type PromisesRead, readPromiseRows, type Scored } from "./promises-read.ts";
import type { PromisedDay } from "./score-days.ts";

export interface Promises {
  /** Days scored by `id ahead`, oldest first. */
  readonly scored: ReadonlyMap<string, readonly PromisedDay[]>;
  /** Every promise by `id ahead day`. */
  readonly ranges: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
  /** Visits of the half year, all sites together. */
  readonly all: Combined;
}

/** Reads first, judges once the context is there. */
export async function readPromises(
  deps: ViewDeps,
  now: Instant,
  scored: readonly Scored[],
): Promise<(context: VisitContext) => Promises> {
  const { store, territory, pairOf } = deps;
  const key = [localDate(now, territory.zone), ...scored.map(({ id }) => id)].join(" ");
  const read = await deps.memories.promises(key, () =>
    readPromiseRows({ store, territory, pairOf, now, scored }),
  );
  return (context) => {
    const known = bySiteDay(read.recent, context);
    const byDay = new Map([...bySiteDay(read.before, context), ...known]);
    const inside = [...known.values()].filter(({ day }) => day >= read.window.from);
    return { ...beside(read.promises, scored, deps, byDay), all: combine(inside) };
  };
}

/** Lays promises beside what came. */
function beside(
  promises: PromisesRead["promises"],
  scored: readonly Scored[],
  deps: ViewDeps,
  byDay: ReadonlyMap<string, DayVisits>,
): Omit<Promises, "all"> {
  const out = new Map<string, PromisedDay[]>();
  const ranges = new Map<string, { low: number; high: number }>();
  for (const promise of promises) {
    const entry = scored.find(({ id }) => id === promise.site);
    if (!entry) continue;
    const list: PromisedDay[] = [];
    for (const [i, day] of promise.days.entries()) {
      const [q10 = 0, q50 = 0, q90 = 0] = [promise.q10[i], promise.q50[i], promise.q90[i]];
      ranges.set(`${entry.id} ${promise.ahead} ${day}`, { low: q10, high: q90 });
      const known = visitsOn(entry.sites, day, byDay, "measured");
      if (known === null) continue;
      const retrospective = promise.retrospective[i] === 1;
      const naive = naiveOf(deps, entry.sites, day, promise.ahead, byDay);
      list.push({ day, visits: known, q10, q50, q90, naive, retrospective });
    }
    out.set(`${entry.id} ${promise.ahead}`, list);
  }
  return { scored: out, ranges };
}

/** "Same weekday a year before, else last week": the comparable day, else the last such weekday that was over when
 *  the promise was made. */
function naiveOf(
  { pairOf }: ViewDeps,
  sites: readonly Site[],
  day: LocalDate,
  ahead: number,
  byDay: ReadonlyMap<string, DayVisits>,
): number | null {
  const { pair } = pairOf(sites, day);
  const before = pair === null ? null : visitsOn(sites, pair, byDay, "known");
  if (before !== null) return before;
  const weeks = Math.floor(ahead / 7) + 1;
  return visitsOn(sites, addDays(day, -7 * weeks), byDay, "known");
}

/** Visits of sites on a day on which at least one was open; null when any of the open ones is not known (or, for
 *  `measured`, was not measured in full). */
function visitsOn(
  sites: readonly Site[],
  day: LocalDate,
  byDay: ReadonlyMap<string, DayVisits>,
  quality: "measured" | "known",
): number | null {
  let sum = 0;
  let open = 0;
  for (const site of sites) {
    const found = byDay.get(`${site.id} ${day}`);
    if (!found) return null;
    if (found.openMinutes === 0) continue;
    if (found.visits === null || (quality === "measured" && found.state !== "measured")) return null;
    sum += found.visits;
    open++;
  }
  return open > 0 ? sum : null;
}
