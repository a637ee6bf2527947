/** A door counter: what it saw of the crowd, when it handed that in, and what was corrected later. Zeros at night
 *  are delivered as zeros; what is missing is absent. */
import { addDays, HOUR, type Instant, type LocalDate, MINUTE, QUARTER } from "../../src/domain/time.ts";
import { crowdOf } from "./crowd.ts";
import { type DayFaults, faultsOf, type UploadHabit, uploadedAt } from "./faults.ts";
import { dayStart, quartersOf } from "./local-days.ts";
import { type Random, random } from "./random.ts";
import { gapStory, silenceStory, stuckStory } from "./stories.ts";
import type { Place, World } from "./world.ts";

/** What the sensor of the story repeats. */
const STUCK_VALUE = 6;

export interface CounterSetup {
  /** Names its faults; stays the same for ever. */
  readonly id: string;
  readonly site: string;
  readonly habit: UploadHabit;
  /** What it shows on the first day of the demonstration, so that the pages have something to tell. */
  readonly story: "silent" | "gap" | "none";
}

export interface CounterReading {
  /** Start of the quarter hour. */
  readonly at: Instant;
  readonly entries: number;
  readonly exits: number;
  readonly uploadedAt: Instant;
  /** What the supplier put in its place later, null = never touched. */
  readonly correction: {
    readonly entries: number;
    readonly exits: number;
    readonly appliedAt: Instant;
  } | null;
}

/** Readings of one local day, in order; quarters without data are left out. */
export function counterDay(
  world: World,
  place: Place,
  setup: CounterSetup,
  date: LocalDate,
): CounterReading[] {
  const { seed } = world;
  const zone = place.site.zone;
  const crowd = crowdOf(place, seed, date);
  const faults = faultsOf(setup.id, seed, date);
  const r = random(`${seed}/${setup.id}/${date}/seen`);
  const spans = place.day(date).spans;
  const lost = setup.story === "gap" ? gapStory(world, date, spans) : null;
  const stuck = setup.story === "gap" ? stuckStory(world, date, (day) => place.day(day).spans) : null;
  const silence = setup.story === "silent" ? silenceStory(world, date, spans) : null;
  const held = faults.heldUntil && dayStart(faults.heldUntil.date, zone) + faults.heldUntil.minute * MINUTE;
  const corrected =
    faults.correctedAfterDays && dayStart(addDays(date, faults.correctedAfterDays), zone) + 15 * HOUR;

  const readings: CounterReading[] = [];
  for (const [i, { at, minute }] of quartersOf(date, zone).entries()) {
    const seen = {
      entries: notice(r, crowd.entries[i] ?? 0, faults.seen),
      exits: notice(r, crowd.exits[i] ?? 0, faults.seen),
    };
    if (within(minute, faults.gap) || (lost && at >= lost.from && at < lost.to)) continue;
    const end = at + QUARTER;
    let uploaded = uploadedAt(end, setup.habit);
    if (held && held > uploaded) uploaded = held;
    if (silence && end > silence.from) uploaded = Math.max(uploaded, silence.to);
    const told = stuck !== null && at >= stuck.from && at < stuck.to;
    const sticks = told ? STUCK_VALUE : stuckValue(faults, minute);
    readings.push({
      at,
      ...(sticks === null ? seen : { entries: sticks, exits: sticks }),
      uploadedAt: uploaded,
      correction:
        sticks !== null && corrected && !told
          ? { ...seen, appliedAt: Math.max(corrected, uploaded + MINUTE) }
          : null,
    });
  }
  return readings;
}

/** A reading as it stands at an instant, null while it is not handed in. */
export function readingAt(reading: CounterReading, now: Instant): { entries: number; exits: number } | null {
  if (reading.uploadedAt > now) return null;
  const { correction } = reading;
  return correction && correction.appliedAt <= now ? correction : reading;
}

function stuckValue(faults: DayFaults, minute: number): number | null {
  return faults.stuck && within(minute, faults.stuck.span) ? faults.stuck.value : null;
}

function within(minute: number, span: readonly [number, number] | null): boolean {
  return span !== null && minute >= span[0] && minute < span[1];
}

function notice(r: Random, people: number, share: number): number {
  let seen = 0;
  for (let i = 0; i < people; i++) if (r() < share) seen++;
  return seen;
}
