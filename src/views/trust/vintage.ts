/** A past forecast as it was issued, beside what came. */
import type { z } from "zod";
import type { Trust, VintageDay } from "../../contract/trust.ts";
import type { Site } from "../../domain/site.ts";
import { addDays, daysIn, type Instant, type LocalDate, localDate, toIso } from "../../domain/time.ts";
import type { Store } from "../../store/connect.ts";
import { ask } from "../../store/query.ts";
import type { VisitContext } from "../../visits/context.ts";
import { type DayVisits, judgeDays, readDays } from "../../visits/daily.ts";
import { openingReply } from "../opening.ts";
import { forecastAsIssued, type forecastIssued } from "../queries.ts";
import { people } from "../vintage.ts";

export type Issued = z.output<typeof forecastIssued.row>;

/** Days shown after the day of issue. */
const AFTER = 28;

/** The last one issued on or before the asked day; the first of all where none is that old. */
export function chosenOf(issued: readonly Issued[], asked: LocalDate): Issued | undefined {
  return issued.findLast(({ day }) => day <= asked) ?? issued[0];
}

/** Reads first, judges once the context is there. */
export async function readVintage(
  store: Store,
  now: Instant,
  site: Site,
  { day, origin, issued_at, model, retrospective }: Issued,
): Promise<(context: VisitContext) => NonNullable<Trust["vintage"]>> {
  const span = { from: day, to: addDays(day, AFTER + 1) };
  const today = localDate(now, site.zone);
  const begun = span.to > today ? addDays(today, 1) : span.to;
  const [points, evidence] = await Promise.all([
    ask(store, forecastAsIssued, { site: site.id, origin, issuedAt: issued_at, to: span.to }),
    readDays(store, now, [site], { from: day, to: begun }),
  ]);
  const said = new Map(points.map((point) => [point.day, point]));
  return (context) => {
    const came = new Map(
      (judgeDays(evidence, context).get(site.id) ?? []).map((known) => [known.day, known]),
    );
    const days = daysIn(span).map((each): VintageDay => {
      const point = said.get(each);
      const known = came.get(each);
      return {
        day: each,
        opening: openingReply(site, each),
        forecast: point
          ? {
              q10: people(point.q10),
              q25: people(point.q25),
              q50: people(point.q50),
              q75: people(point.q75),
              q90: people(point.q90),
            }
          : null,
        visits: known?.visits ?? null,
        state: known?.state ?? null,
        provisional: known?.pending ?? false,
        inside: known && point ? isInside(known, people(point.q10), people(point.q90)) : null,
      };
    });
    const judged = days.filter(({ inside }) => inside !== null);
    return {
      day,
      issued_at: toIso(issued_at),
      model,
      retrospective: retrospective === 1,
      days,
      measured: judged.length,
      inside: judged.filter(({ inside }) => inside).length,
    };
  };
}

/** Null where the day is not over or was not measured whole. */
function isInside({ pending, state, visits }: DayVisits, low: number, high: number): boolean | null {
  if (pending || state !== "measured" || visits === null) return null;
  return low <= visits && visits <= high;
}
