/** Which pass of a doubled hour a row belongs to, and what becomes of a time that never was. Local exports do not
 *  say, so the feed declares it. */
import type { Instant } from "../../src/domain/time.ts";
import type { LocalClock } from "./local-clock.ts";

/** For readings that were on the wall twice: `sequence`: within one series in the order of the file, the second pass
 *  is the later one, and a single pass is the earlier; `earlier` and `later`: always that one; `reject`. */
export const DST_POLICIES = ["sequence", "earlier", "later", "reject"] as const;
type DstPolicy = (typeof DST_POLICIES)[number];

/** For readings that were never on the wall: rejected, or as far behind the change as they claim to be (a counter
 *  whose own clock was put forward late): 02:30 counts at 03:30. */
export const NONEXISTENT_POLICIES = ["reject", "forward"] as const;
type NonexistentPolicy = (typeof NONEXISTENT_POLICIES)[number];

/** How far one series has been read: one per gate. Changed by {@link resolveWall}. */
export interface SeriesClock {
  /** Last reading, NaN before the first. */
  last: number;
  /** Reading before the doubled hour was entered. */
  before: number;
  /** Day of the doubled hour last met, and whether its second pass has begun. */
  foldDay: number;
  second: boolean;
}

export function seriesClock(): SeriesClock {
  return { last: Number.NaN, before: Number.NaN, foldDay: Number.NaN, second: false };
}

export interface ClockRules {
  readonly dst: DstPolicy;
  readonly nonexistent: NonexistentPolicy;
  /** True for spans on a grid, where the same reading again is the next pass; false for tickets, where it is the
   *  next ticket. */
  readonly grid: boolean;
}

export type Resolved =
  | { readonly kind: "at"; readonly at: Instant; readonly moved: boolean }
  | {
      readonly kind: "rejected";
      readonly reason: "nonexistent_time" | "ambiguous_time";
      readonly detail: string;
    };

const DAY = 86_400_000;

/** The instant of a reading that {@link LocalClock.once} cannot tell. Call it for those alone, after setting
 *  `series.last` for the others. */
export function resolveWall(
  wall: number,
  clock: LocalClock,
  rules: ClockRules,
  series: SeriesClock,
): Resolved {
  const passes = clock.passes(wall);
  if (passes.kind === "once") return { kind: "at", at: passes.at, moved: false };
  if (passes.kind === "never") {
    if (rules.nonexistent === "forward") return { kind: "at", at: passes.forward, moved: true };
    return {
      kind: "rejected",
      reason: "nonexistent_time",
      detail: `${written(wall)} is skipped when clocks go forward`,
    };
  }
  if (rules.dst === "reject") return ambiguous(wall, "is on the clock twice; declare dst");
  if (rules.dst === "earlier") return { kind: "at", at: passes.earlier, moved: false };
  if (rules.dst === "later") return { kind: "at", at: passes.later, moved: false };
  return inSequence(wall, passes, rules, series);
}

function inSequence(
  wall: number,
  passes: { readonly earlier: Instant; readonly later: Instant },
  rules: ClockRules,
  series: SeriesClock,
): Resolved {
  const day = Math.floor(wall / DAY);
  if (series.foldDay !== day) {
    series.foldDay = day;
    series.second = false;
    series.before = series.last;
  } else if (rules.grid ? wall <= series.last : wall < series.last) {
    if (series.second) return ambiguous(wall, "is there more than twice in one series");
    series.second = true;
  }
  series.last = wall;
  // TRICKY: read backwards, the first row met would be the second pass, unless it is the only one.
  if (series.before > wall) return ambiguous(wall, "is on the clock twice and the file runs backwards");
  return { kind: "at", at: series.second ? passes.later : passes.earlier, moved: false };
}

function ambiguous(wall: number, why: string): Resolved {
  return { kind: "rejected", reason: "ambiguous_time", detail: `${written(wall)} ${why}` };
}

function written(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16);
}
