/** Reads what may explain unusual days: their hours, the other source, corrections, weather, what was on. */
import { type Annotation, isAbout } from "../../domain/annotation.ts";
import { makeAxis } from "../../domain/series.ts";
import type { Site } from "../../domain/site.ts";
import {
  addDays,
  type DaySpan,
  daySpan,
  type Instant,
  type LocalDate,
  startOfDay,
} from "../../domain/time.ts";
import type { DayEvidence } from "../../forecast/unusual/causes.ts";
import { silentHours, stuckHours } from "../../forecast/unusual/hours.ts";
import { readWeather } from "../../jobs/history/weather.ts";
import { ask } from "../../store/query.ts";
import type { VisitContext } from "../../visits/context.ts";
import { readDays } from "../../visits/daily.ts";
import { isOf } from "../../visits/evidence.ts";
import { readQuarters } from "../../visits/quarters.ts";
import type { ViewDeps } from "../deps.ts";
import { revisionDay } from "../queries.ts";
import { openHours } from "./open-hours.ts";
import { otherSource } from "./other-source.ts";
import type { Flagged } from "./score-sites.ts";
import { surpriseOf } from "./weather-surprise.ts";

/** What is known about each flagged day, in their order. */
export async function readClues(
  deps: ViewDeps,
  context: VisitContext,
  flagged: readonly Flagged[],
  span: DaySpan,
  noted: readonly Annotation[],
): Promise<DayEvidence[]> {
  const { store, territory } = deps;
  const sites = territory.sites.filter(({ id }) => flagged.some(({ site }) => site === id));
  if (sites.length === 0) return [];
  const axis = makeAxis("P1D", territory.zone, span);
  const [weather, revisions, evidence, quarters] = await Promise.all([
    readWeather(store, sites, axis, context.now),
    ask(store, revisionDay, { sites: sites.map(({ id }) => id), ...span }),
    readDays(store, context.now, sites, span),
    Promise.all(flagged.map((day) => quartersOf(deps, sites, day))),
  ]);
  const others = new Map(sites.map((site) => [site.id, otherSource(site, evidence, context)]));
  return flagged.flatMap(({ site: id, promised, others: scored, alike }, i): DayEvidence[] => {
    const site = sites.find((one) => one.id === id);
    if (!site) return [];
    const { day, visits: measured, q50: expected } = promised;
    const hours = openHours(site, day, quarters[i] ?? [], expected, context);
    const [source] = context.sourcesOf(site);
    const revised = revisions
      .filter((row) => row.site === id && row.day === day && source && isOf(source, row))
      .reduce((sum, { change }) => sum + change * (source?.calibration ?? 1), 0);
    const covariates = weather[sites.indexOf(site)] ?? [];
    return [
      {
        measured,
        expected,
        silentHours: silentHours(hours),
        stuckHours: stuckHours(hours),
        otherSource: others.get(id)?.(day) ?? Number.NaN,
        revised,
        events: eventsOf(deps, site, day, noted),
        warmer: surpriseOf(covariates, axis, day, "temperature"),
        wetter: surpriseOf(covariates, axis, day, "rain"),
        others: scored,
        alike,
      },
    ];
  });
}

async function quartersOf(
  { store, territory }: ViewDeps,
  sites: readonly Site[],
  { site: id, promised }: Flagged,
) {
  const own = sites.filter((site) => site.id === id);
  return (await readQuarters(store, own, daySpan(promised.day, territory.zone))).get(id) ?? [];
}

/** A day's promise was made the day before: what was written down later could not be in it. */
function eventsOf(
  { territory }: ViewDeps,
  site: Site,
  day: LocalDate,
  noted: readonly Annotation[],
): DayEvidence["events"] {
  const promisedAt: Instant = startOfDay(addDays(day, -1), territory.zone);
  const own = noted.filter(
    (one) =>
      one.kind === "event" &&
      one.withdrawnAt === null &&
      isAbout(one, site.id) &&
      one.from <= day &&
      day < one.to,
  );
  return [
    ...territory.calendar.eventsOn(day, site.id).map(({ id }) => ({ id, foreseen: true })),
    ...own.map(({ text, counts, createdAt }) => ({ id: text, foreseen: counts && createdAt < promisedAt })),
  ];
}
