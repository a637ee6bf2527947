/** Wall-clock readings of one zone → instants, fast enough for every row of a large file: the zone's offset is looked
 *  up per stretch between two clock changes and remembered per day. */
import { Temporal } from "temporal-polyfill";
import type { Instant, Zone } from "../../src/domain/time.ts";

/** What instant a wall reading is. */
type Passes =
  | { readonly kind: "once"; readonly at: Instant }
  /** The clock was put back: the reading was on the wall twice. */
  | { readonly kind: "twice"; readonly earlier: Instant; readonly later: Instant }
  /** The clock was put forward over it. `forward` is the instant as far behind the change as the reading is behind
   *  the skipped hour's beginning (02:30 becomes 03:30); `change` is the change itself. */
  | { readonly kind: "never"; readonly forward: Instant; readonly change: Instant };

export interface LocalClock {
  /** Instant of a wall reading (`WallReading.wall`) that was on the wall once; NaN when never or twice. */
  once(wall: number): Instant;
  passes(wall: number): Passes;
  /** Wall reading at an instant. */
  wallOf(at: Instant): number;
  /** First instant of the day that holds a wall reading, and of the day after: 23 to 25 hours apart. */
  day(wall: number): { readonly from: Instant; readonly to: Instant };
}

interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

const DAY = 86_400_000;
/** No zone is further from UTC. */
const REACH = 26 * 3_600_000;

const clocks = new Map<Zone, LocalClock>();

/** The clock of a zone; made once. @throws RangeError for a zone that does not exist. */
export function localClock(zone: Zone): LocalClock {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = makeClock(zone);
    clocks.set(zone, clock);
  }
  return clock;
}

function makeClock(zone: Zone): LocalClock {
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  const stretches: Stretch[] = [];
  /** Offset of a day without a change near it; NaN of the others. */
  const offsets = new Map<number, number>();
  let lastDay = Number.NaN;
  let lastOffset = Number.NaN;

  const stretchAt = (at: Instant): Stretch => {
    let found = stretches.find((stretch) => at >= stretch.from && at < stretch.to);
    if (!found) {
      found = readStretch(at, zone);
      stretches.push(found);
    }
    return found;
  };

  const offsetOf = (day: number): number => {
    let offset = offsets.get(day);
    if (offset === undefined) {
      const stretch = stretchAt(day * DAY - REACH);
      offset = stretch.to > day * DAY + DAY + REACH ? stretch.offset : Number.NaN;
      offsets.set(day, offset);
    }
    lastDay = day;
    lastOffset = offset;
    return offset;
  };

  const passes = (wall: number): Passes => {
    const found: Instant[] = [];
    let stretch = stretchAt(wall - REACH);
    for (;;) {
      const at = wall - stretch.offset;
      if (at >= stretch.from && at < stretch.to) found.push(at);
      if (stretch.to > wall + REACH) break;
      const next = stretchAt(stretch.to);
      // Skipped: too late for the stretch that ends, too early for the one that begins.
      if (at >= stretch.to && wall - next.offset < next.from) {
        return { kind: "never", forward: at, change: stretch.to };
      }
      stretch = next;
    }
    const [earlier, later] = found;
    if (earlier === undefined) throw new RangeError(`invalid wall reading: ${wall} in ${zone}`);
    return later === undefined ? { kind: "once", at: earlier } : { kind: "twice", earlier, later };
  };

  const once = (wall: number): Instant => {
    const day = Math.floor(wall / DAY);
    const offset = day === lastDay ? lastOffset : offsetOf(day);
    if (!Number.isNaN(offset)) return wall - offset;
    const found = passes(wall);
    return found.kind === "once" ? found.at : Number.NaN;
  };

  const midnight = (wall: number): Instant => {
    const found = passes(wall);
    if (found.kind === "never") return found.change;
    return found.kind === "once" ? found.at : found.earlier;
  };

  return {
    once,
    passes,
    wallOf: (at) => at + stretchAt(at).offset,
    day: (wall) => {
      const start = Math.floor(wall / DAY) * DAY;
      return { from: midnight(start), to: midnight(start + DAY) };
    },
  };
}

/** The stretch of constant offset around an instant. */
function readStretch(at: Instant, zone: Zone): Stretch {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const next = here.getTimeZoneTransition("next");
  const previous = here.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1e6,
  };
}
