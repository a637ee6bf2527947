/** Resource `effects`: what something did at a site. */
import { Problem } from "../api/problem.ts";
import type { ViewQuery, ViewReply } from "../api/views.ts";
import { isAbout } from "../domain/annotation.ts";
import { type DaySpan, localDate } from "../domain/time.ts";
import { WET_MM } from "../forecast/effect/wet-days.ts";
import type { EffectOf } from "../jobs/effect/answer-effect.ts";
import { readAnnotation } from "../store/annotations.ts";
import { bounded } from "./bounded.ts";
import type { ViewDeps } from "./deps.ts";
import { begin, provenance } from "./provenance.ts";

type Query = ViewQuery<"effects">;

/** @throws Problem `unknown-annotation`; RangeError for an annotation of something else, and for days in disorder */
export async function effectsView(deps: ViewDeps, query: Query): Promise<ViewReply<"effects">> {
  const { site, annotation = null } = query;
  const now = deps.now();
  const of = await askedOf(deps, query, localDate(now, deps.territory.zone));
  const [{ context, version }, answer] = await Promise.all([begin(deps, now), deps.effectOf(site, of)]);
  const sites = deps.territory.sites.filter(({ id }) => id === site);
  return {
    ...provenance({ resource: "effects", query: { site, of }, version, context, sites, coverage: null }),
    site,
    of:
      of.kind === "action"
        ? { kind: "action", ...of.days, annotation }
        : of.kind === "rain"
          ? { kind: "rain", from_mm: WET_MM }
          : of,
    answer,
  };
}

async function askedOf(deps: ViewDeps, query: Query, today: string): Promise<EffectOf> {
  if (query.weather !== undefined) return { kind: "rain" };
  if (query.event !== undefined) return { kind: "event", event: query.event };
  const span = query.annotation === undefined ? given(query, today) : await written(deps, query, today);
  if (span.from >= span.to)
    throw new RangeError(`invalid from: ${span.from} (a day before ${span.to} is expected)`);
  return { kind: "action", days: bounded(span) };
}

/** Without an end: up to yesterday. */
function given({ from = "", to }: Query, today: string): DaySpan {
  return { from, to: to ?? today };
}

async function written(
  { store }: ViewDeps,
  { annotation: id = "", site }: Query,
  today: string,
): Promise<DaySpan> {
  const found = await readAnnotation(store, id);
  if (!found) {
    throw new Problem("unknown-annotation", `unknown annotation: ${id} (/api/v1/annotations lists them)`);
  }
  if (found.kind !== "action" || !isAbout(found, site)) {
    throw new RangeError(`invalid annotation: ${id} (one of kind action, about ${site}, is expected)`);
  }
  const { from, to } = found;
  return { from, to: to < today ? to : today };
}
