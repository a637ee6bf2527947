/** A checked territory file → {@link Territory} parts: texts in every language, durations in ms, hours in minutes. */
import type { CalendarEvent } from "../domain/calendar.ts";
import type { DayConditions } from "../domain/day-match.ts";
import { durationMs } from "../domain/duration.ts";
import { type Localized, localized } from "../domain/language.ts";
import type { OpeningRule } from "../domain/opening.ts";
import type { CalibratedSource, Feed, FeedKind, Gate, Site, VisitsRule } from "../domain/site.ts";
import { HOUR, MINUTE } from "../domain/time.ts";
import { parseHours, seasonPairs } from "./fields.ts";
import { type FeedEntry, type SiteEntry, SOURCES, type TerritoryFile, WEEKDAYS } from "./schema.ts";
import { toCorrection } from "./to-correction.ts";

type EventEntry = NonNullable<TerritoryFile["events"]>[number];
type RuleEntry = SiteEntry["opening"][number];

// A feed may skip two runs before anybody is told, and never has less than this.
const LEAST_ALLOWANCE_MS = 30 * MINUTE;

/** How long each kind of source goes on changing a day: offline scanners upload hours later, loggers and their makers
 *  mend the last days, sheets are put right when somebody adds up the week. */
const SETTLES_MS: Record<FeedKind, number> = {
  ticketing: 24 * HOUR,
  kiosk: 24 * HOUR,
  counter: 72 * HOUR,
  manual: 7 * 24 * HOUR,
  weather: 5 * 24 * HOUR,
  calendar: 24 * HOUR,
};

export function toEvent({ id, name, sites, free = false, ...conditions }: EventEntry): CalendarEvent {
  return {
    id,
    name: localized(name),
    days: toConditions(conditions),
    sites: sites ?? [],
    ...(free ? { free } : {}),
  };
}

export function toRule({ hours, closed, ...rest }: RuleEntry): OpeningRule {
  const conditions = toConditions(rest);
  if (hours) {
    const spans = hours.map(parseHours).filter((span) => span !== undefined);
    return { conditions, kind: "open", hours: spans.sort((a, b) => a.fromMinute - b.fromMinute) };
  }
  if (closed === undefined || closed === true) return { conditions, kind: "closed" };
  return { conditions, kind: "closed", reason: localized(closed) };
}

function toConditions(entry: Omit<RuleEntry, "hours" | "closed">): DayConditions {
  const { on, between, when, days, nth, events } = entry;
  return {
    on: on === undefined ? undefined : [on].flat(),
    between:
      between &&
      seasonPairs(between).map(({ pair: [first = "", last = ""] }): [string, string] => [first, last]),
    when,
    days: days?.map((name) => WEEKDAYS.indexOf(name) + 1),
    nth,
    events,
  };
}

/** Everything of a site but its compiled opening rules and its zone. `standIns` are the sources under `otherwise`
 *  in the order written: parsing loses it. */
export function toSite(entry: SiteEntry, standIns: readonly string[]): Omit<Site, "opening" | "zone"> {
  const { id, name, owner, municipality, address, position, capacity, visits, desk, languages } = entry;
  return {
    id,
    name: localized(name),
    owner,
    municipality: municipality ?? null,
    address: address ?? null,
    position: position ? { longitude: position[0], latitude: position[1] } : null,
    capacity: capacity ?? null,
    visits: toVisits(visits, standIns),
    desk: desk ? { visitsPerPerson: desk.visits_per_person } : null,
    languages: languages ?? null,
  };
}

function toVisits(entry: SiteEntry["visits"], standIns: readonly string[]): VisitsRule {
  const { from, calibration, otherwise = {} } = entry;
  const inOrder = SOURCES.toSorted((a, b) => standIns.indexOf(a) - standIns.indexOf(b));
  return {
    source: from,
    calibration: calibration ?? 1,
    otherwise: inOrder.flatMap((source): CalibratedSource[] => {
      const factor = otherwise[source];
      return factor === undefined ? [] : [{ source, calibration: factor }];
    }),
  };
}

/** `options` are handed in with their references resolved. */
export function toFeed(entry: FeedEntry, options: Readonly<Record<string, unknown>>): Feed {
  const everyMs = durationMs(entry.every) ?? 0;
  const allowance = entry.allowance === undefined ? undefined : durationMs(entry.allowance);
  return {
    id: entry.id,
    site: entry.site ?? null,
    kind: entry.kind,
    connector: entry.connector,
    everyMs,
    allowanceMs: allowance ?? Math.max(3 * everyMs, LEAST_ALLOWANCE_MS),
    allowanceGiven: allowance !== undefined,
    settlesMs: durationMs(entry.settles ?? "") ?? SETTLES_MS[entry.kind],
    gates: (entry.gates ?? []).map((gate) => toGate(gate, entry.site)),
    options,
    corrections: (entry.corrections ?? []).map(toCorrection),
  };
}

function toGate(gate: NonNullable<FeedEntry["gates"]>[number], feedSite: string | undefined): Gate {
  const { key, site, name }: { key: string; site?: string | undefined; name?: TextEntry | undefined } =
    typeof gate === "string" ? { key: gate } : gate;
  return { key, site: site ?? feedSite ?? "", name: localized(name ?? key) };
}

type TextEntry = SiteEntry["name"];

export function toText(text: TextEntry | undefined): Localized | null {
  return text === undefined ? null : localized(text);
}
