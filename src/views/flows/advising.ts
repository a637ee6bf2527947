/** Advice for the seven days ahead, with what was decided and what it did: read beside what a view reads anyway. */
import type { Advice } from "../../contract/advice.ts";
import { type AdviceDecision, adviceId } from "../../domain/advice.ts";
import type { MinuteSpan } from "../../domain/opening.ts";
import { type Candidate, redirects } from "../../domain/redirect.ts";
import type { Site, Territory } from "../../domain/site.ts";
import { addDays, type Instant, type LocalDate, localDate, minuteOfDay, toIso } from "../../domain/time.ts";
import { readAdvice } from "../../store/advice.ts";
import type { VisitContext } from "../../visits/context.ts";
import type { ViewDeps } from "../deps.ts";
import { clockText } from "../opening.ts";
import { type Promises, readPromises } from "../promised.ts";
import { rangeOf, spreadOf } from "../spread.ts";
import type { VintageRow } from "../vintage.ts";
import { adviceEffect } from "./effects.ts";
import {
  AHEAD_DAYS,
  type PressedDay,
  pressedDays,
  readOrdinary,
  type UsualPerHour,
  usualPerHour,
} from "./pressures.ts";

/** Effects are looked for as far back as promises are scored. */
const BACK_DAYS = 182;
const QUARTER_MINUTES = 15;

export interface Advising {
  readonly days: readonly LocalDate[];
  readonly usual: UsualPerHour;
  readonly pressed: ReadonlyMap<string, readonly PressedDay[]>;
  /** By day, then most pressed first. */
  readonly advice: readonly Advice[];
  readonly decisions: readonly AdviceDecision[];
  /** What one kind of advice did. */
  readonly effectOf: (from: string, to: string) => Advice["effect"];
}

/** Reads first, judges once context and forecasts are there. */
export async function readAdvising(
  deps: ViewDeps,
  now: Instant,
): Promise<(context: VisitContext, forecasts: ReadonlyMap<string, VintageRow>) => Advising> {
  const { store, territory, memories } = deps;
  const today = localDate(now, territory.zone);
  const [ordinary, decisions] = await Promise.all([
    readOrdinary(deps, now, today),
    memories.advice(today, () =>
      readAdvice(store, { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS) }),
    ),
  ]);
  const kept = decisions.some(({ status, day }) => status === "kept" && day < today);
  const promises = kept ? await readPromises(deps, now, territory.sites.map(alone)) : null;
  return (context, forecasts) => {
    const days = Array.from({ length: AHEAD_DAYS }, (_, i) => addDays(today, i));
    const usual = usualPerHour(ordinary, context);
    const pressed = new Map(
      territory.sites.map((site) => [site.id, pressedDays(site, days, forecasts, usual)]),
    );
    const effectOf = effects(decisions, promises?.(context) ?? null);
    const advice = days.flatMap((day, i) =>
      adviceOn({ territory, now, day, i, pressed, decisions, effectOf }),
    );
    return { days, usual, pressed, advice, decisions, effectOf };
  };
}

const alone = (site: Site) => ({ id: site.id, sites: [site] });

function effects(decisions: readonly AdviceDecision[], promises: Promises | null): Advising["effectOf"] {
  return (from, to) => adviceEffect(from, to, decisions, promises?.scored.get(`${to} 1`) ?? []);
}

interface OnDay extends Pick<Advising, "pressed" | "decisions" | "effectOf"> {
  readonly territory: Territory;
  readonly now: Instant;
  readonly day: LocalDate;
  /** Place of the day among the seven. */
  readonly i: number;
}

function adviceOn(parts: OnDay): Advice[] {
  const { territory, now, day, i, pressed, decisions, effectOf } = parts;
  const candidates = territory.sites.flatMap((site): Candidate[] => {
    const own = pressed.get(site.id)?.[i];
    if (!own) return [];
    const { id, position, languages } = site;
    return [{ site: id, position, languages, pressure: own.pressure, hours: hoursLeft(site, day, now) }];
  });
  return redirects(candidates).map(({ from, to, hours, km, languages }) => {
    const id = adviceId(day, from, to);
    const decision = decisions.find((one) => one.id === id);
    return {
      id,
      day,
      from: endOf(from, parts),
      to: endOf(to, parts),
      hours: hours.map(({ fromMinute, toMinute }) => ({
        from: clockText(fromMinute),
        to: clockText(toMinute),
      })),
      km: Math.round(km * 10) / 10,
      languages: languages && [...languages],
      status: decision?.status ?? "open",
      reason: decision?.reason ?? null,
      decided_at: decision ? toIso(decision.decidedAt) : null,
      effect: effectOf(from, to),
    };
  });
}

/** Opening by the wall clock; of the running day only what is left of it. */
function hoursLeft(site: Site, day: LocalDate, now: Instant): MinuteSpan[] {
  const opening = site.opening.on(day);
  if (opening.kind === "closed") return [];
  if (day !== localDate(now, site.zone)) return [...opening.hours];
  const from = Math.ceil(minuteOfDay(now, site.zone) / QUARTER_MINUTES) * QUARTER_MINUTES;
  return opening.hours.flatMap(({ fromMinute, toMinute }) =>
    toMinute > from ? [{ fromMinute: Math.max(fromMinute, from), toMinute }] : [],
  );
}

function endOf(id: string, { territory, pressed, i }: OnDay): Advice["from"] {
  const site = territory.sites.find((one) => one.id === id);
  const own = pressed.get(id)?.[i];
  if (!site || !own?.forecast) throw new Error(`no forecast of ${id}`);
  const { level, ratio } = own.pressure;
  return {
    site: id,
    name: site.name,
    municipality: site.municipality,
    level,
    expected: rangeOf(spreadOf(own.forecast)),
    ratio: ratio === null ? null : Math.round(ratio * 100) / 100,
  };
}
