/** What the office did in the weeks before the first start, and what came of it in the simulated crowd: redirect advice
 *  kept or dismissed, and one action that is over. Effects that the pages then find are really there, and nowhere else.
 *  Depends on the stored start, never on the moment of looking. */
import { type AdviceDecision, adviceId, DISMISSAL_REASONS } from "../src/domain/advice.ts";
import { type Pressure, pressureOf } from "../src/domain/pressure.ts";
import { quantile } from "../src/domain/quantile.ts";
import { type Candidate, redirects } from "../src/domain/redirect.ts";
import { addDays, type DaySpan, daysIn, HOUR, type LocalDate, startOfDay } from "../src/domain/time.ts";
import type { Action } from "./simulation/demand.ts";
import { draw } from "./simulation/random.ts";
import { createWorld, type Place, type World, type WorldOptions } from "./simulation/world.ts";

export interface PastDecision extends AdviceDecision {
  readonly levels: { readonly from: Pressure; readonly to: Pressure };
}

/** Days back with decisions: as far as the demonstration makes up forecasts of past mornings, so that each day has one
 *  to be held against. */
const ADVICE_DAYS = 70;
/** An ordinary day is the middle one of so many before. */
const ORDINARY_DAYS = 56;
/** Of advice that stood, such shares were kept and dismissed; the rest nobody decided on. */
const KEPT = 0.7;
const DISMISSED = 0.2;
/** Of the visitors of a busy site that sends on, so many are seen at the other one the same day. */
const FOLLOW = 0.08;
/** The end that 9 days in 10 stay under, over the middle. */
const HIGH = 1.3;

/** A show with free entry, six weeks long. Not at Le Labo, whose door counts library readers too: they would drown it. */
const SHOW = {
  site: "chapelle-jesuites",
  text: "Exposition temporaire, entrée libre",
  from: -77,
  to: -35,
  factor: 1.4,
};

/** The action as it was written down: site, days, words. */
export function pastShow(live: LocalDate): {
  readonly site: string;
  readonly text: string;
  readonly days: DaySpan;
} {
  return {
    site: SHOW.site,
    text: SHOW.text,
    days: { from: addDays(live, SHOW.from), to: addDays(live, SHOW.to) },
  };
}

export interface Past {
  readonly decisions: readonly PastDecision[];
  /** What they did to the crowd, and whom the show drew. */
  readonly actions: readonly Action[];
}

/** Works advice out by the service's own rule from what was to be expected, had nobody done anything: advice looks
 *  ahead.  @param options of the world that the past is for */
export function pastOf(options: Omit<WorldOptions, "actions">): Past {
  const world = createWorld(options);
  const decisions = daysIn({ from: addDays(world.live, -ADVICE_DAYS), to: world.live }).flatMap((day) =>
    adviceOn(world, day).flatMap((advice) => decided(world, day, advice) ?? []),
  );
  const sent = decisions.flatMap((decision) =>
    decision.status === "kept" ? (followed(world, decision) ?? []) : [],
  );
  const { site, days } = pastShow(world.live);
  return { decisions, actions: [...sent, { site, days, factor: SHOW.factor }] };
}

/** Null where nobody decided anything. */
function decided(
  { seed, territory }: World,
  day: LocalDate,
  { from, to, levels }: Advised,
): PastDecision | null {
  const id = adviceId(day, from, to);
  const chance = draw(`${seed}/advice/${id}`);
  if (chance >= KEPT + DISMISSED) return null;
  const kept = chance < KEPT;
  const reason =
    DISMISSAL_REASONS[Math.floor(draw(`${seed}/reason/${id}`) * DISMISSAL_REASONS.length)] ?? null;
  const decidedAt = startOfDay(addDays(day, -1), territory.zone) + 16 * HOUR;
  return {
    id,
    day,
    from,
    to,
    status: kept ? "kept" : "dismissed",
    reason: kept ? null : reason,
    decidedAt,
    levels,
  };
}

/** Visitors of the busy site who are seen at the other one. */
function followed({ truth }: World, { day, from, to }: PastDecision): Action | null {
  const own = truth(to, day).expected;
  if (own === 0) return null;
  const more = FOLLOW * truth(from, day).expected;
  return { site: to, days: { from: day, to: addDays(day, 1) }, factor: (own + more) / own };
}

type Advised = Pick<PastDecision, "from" | "to" | "levels">;

function adviceOn(world: World, day: LocalDate): Advised[] {
  const candidates = world.places.map((place) => candidateOf(place, day));
  const levelOf = (id: string) => candidates.find(({ site }) => site === id)?.pressure.level ?? "unknown";
  return redirects(candidates).map(({ from, to }) => ({
    from,
    to,
    levels: { from: levelOf(from), to: levelOf(to) },
  }));
}

function candidateOf(place: Place, day: LocalDate): Candidate {
  const { site } = place;
  const { expected } = place.day(day);
  const known = site.opening.on(day);
  const pressure = pressureOf({
    openHours: openHours(place, day),
    forecast: expected > 0 ? { q50: expected, q90: HIGH * expected } : null,
    usualPerHour: ordinaryHour(place, day),
    capacity: site.capacity,
  });
  const hours = known.kind === "open" ? known.hours : [];
  return { site: site.id, position: site.position, languages: site.languages, hours, pressure };
}

function openHours(place: Place, day: LocalDate): number {
  return place.day(day).spans.reduce((sum, { from, to }) => sum + (to - from), 0) / HOUR;
}

function ordinaryHour(place: Place, day: LocalDate): number | null {
  const hourly = daysIn({ from: addDays(day, -ORDINARY_DAYS), to: day }).flatMap((before) => {
    const hours = openHours(place, before);
    return hours > 0 ? [place.day(before).expected / hours] : [];
  });
  return hourly.length > 0 ? quantile(hourly, 0.5) : null;
}
