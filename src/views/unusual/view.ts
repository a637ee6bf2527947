/** Resource `unusual`: measured days far outside what was promised the day before, with likely causes. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import { isAbout } from "../../domain/annotation.ts";
import { addDays, type DaySpan, localDate } from "../../domain/time.ts";
import { causesOf } from "../../forecast/unusual/causes.ts";
import { readAnnotations } from "../../store/annotations.ts";
import { annotationRow } from "../annotations/wire.ts";
import { chosenSites, type ViewDeps } from "../deps.ts";
import { readPromises } from "../promised.ts";
import { begin, provenance } from "../provenance.ts";
import { readClues } from "./clues.ts";
import { flaggedDays, scoreSites } from "./score-sites.ts";

/** Days back that promises are read of. */
const WINDOW_DAYS = 182;
/** Most days whose causes are looked for in one answer, the newest. */
const MOST = 100;

/** Judged are the days of the last half year; every site is scored, so that days which all share are seen. */
export async function unusualView(
  deps: ViewDeps,
  query: ViewQuery<"unusual">,
): Promise<ViewReply<"unusual">> {
  const { store, territory } = deps;
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const window: DaySpan = { from: addDays(today, -WINDOW_DAYS), to: today };
  const asked = { from: query.from ?? window.from, to: query.to ?? window.to };
  const sites = chosenSites(territory, query.sites);
  const ids = territory.sites.map(({ id }) => id);
  const scored = territory.sites.map((site) => ({ id: site.id, sites: [site] }));
  const [{ context, version }, finish, noted] = await Promise.all([
    begin(deps, now),
    readPromises(deps, now, scored),
    readAnnotations(store, ids, window, now + 1),
  ]);
  const promises = finish(context);
  const days = new Map(ids.map((id) => [id, promises.scored.get(`${id} 1`) ?? []]));
  const wanted = (site: string) => sites.some(({ id }) => id === site);
  const inside = (day: string) => asked.from <= day && day < asked.to;
  const flagged = flaggedDays(days, scoreSites(days))
    .filter(({ site, promised }) => wanted(site) && inside(promised.day))
    .slice(0, MOST);
  const clues = await readClues(deps, context, flagged, window, noted);
  const judged = [...days].flatMap(([site, own]) =>
    wanted(site) ? own.filter(({ day }) => inside(day)) : [],
  );
  const { coverage } = promises.all;
  const named = { sites: sites.map(({ id }) => id), ...asked };
  return {
    ...provenance({ resource: "unusual", query: named, version, context, sites, coverage }),
    judged: judged.length,
    rows: flagged.map(({ site, promised, score, limit }, i) => {
      const { day, visits, q10, q50, q90 } = promised;
      const known = clues[i];
      return {
        site,
        day,
        visits,
        median: q50,
        range: { low: q10, high: q90 },
        score: hundredth(score),
        limit: hundredth(limit),
        causes: known ? causesOf(known).map((cause) => ({ ...cause, size: hundredth(cause.size) })) : [],
        annotations: noted
          .filter((one) => isAbout(one, site) && one.from <= day && day < one.to)
          .map(annotationRow),
      };
    }),
  };
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
