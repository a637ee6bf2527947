/** Visits of a site by quarter hour or by hour of its own clock, from quarter-hour rollups against opening hours.
 *  A reading longer than the step cannot be told by step: there its source counts as not observed. Pure. */
import type { Site } from "../domain/site.ts";
import {
  daySpan,
  HOUR,
  type Instant,
  type LocalDate,
  minuteOfDay,
  QUARTER,
  type Span,
  type Zone,
} from "../domain/time.ts";
import type { Part } from "./combine.ts";
import type { VisitContext } from "./context.ts";
import { againstOpening, endOf, evidenceOf, type QuarterRow } from "./evidence.ts";
import { type Judged, judge } from "./judge.ts";
import { cutBefore, minutesBefore, openSpans } from "./open-time.ts";

export type FineStep = "PT15M" | "PT1H";

/** Visits of one site over one step. */
export interface StepVisits extends Part {
  readonly site: string;
  readonly day: LocalDate;
  /** Start of the step. */
  readonly start: Instant;
}

/** Every step of a day that has begun, in order: 92, 96 or 100 quarters, 23, 24 or 25 hours.
 *  @param rows the site's buckets of that day */
export function fineSteps(
  site: Site,
  day: LocalDate,
  step: FineStep,
  rows: readonly QuarterRow[],
  context: VisitContext,
): StepVisits[] {
  const width = step === "PT1H" ? HOUR : QUARTER;
  const byStart = Map.groupBy(rows, (row) => row.start);
  const { settlesMs } = context.patienceOf(site);
  const sums = createRounding(context.sourcesOf(site)[0]?.calibration ?? 1);
  const opening = openSpans(site, day);
  return stepsOf(day, site.zone, width)
    .filter(({ from }) => from < context.now)
    .map((span) => {
      const inside: QuarterRow[] = [];
      for (let at = span.from; at < span.to; at += QUARTER) {
        for (const row of byStart.get(at) ?? []) if (endOf(row) <= span.to) inside.push(row);
      }
      const over = span.to <= context.now;
      const spans = cutBefore(within(opening, span), context.now);
      const dueMinutes = minutesBefore(spans, span.to);
      const evidence = context.sourcesOf(site).map((source) =>
        evidenceOf(
          site,
          source,
          inside.map((row) => againstOpening(row, spans)),
          spans,
          context,
        ),
      );
      const judged = sums(judge(evidence, dueMinutes, over), evidence[0]?.value ?? 0);
      const provisional = !over || (judged.state !== "closed" && context.now < span.to + settlesMs);
      return { site: site.id, day, start: span.from, dueMinutes, provisional, ...judged };
    });
}

/** Steps of a local day; a step begins where the wall clock does, so that a clock change in mid-hour cuts it. */
export function stepsOf(day: LocalDate, zone: Zone, width: number): Span[] {
  const whole = daySpan(day, zone);
  const starts: Instant[] = [];
  for (let at = whole.from; at < whole.to; at += QUARTER) {
    const aligned = minuteOfDay(at, zone) % (width / (HOUR / 60)) === 0;
    if (aligned || at === whole.from) starts.push(at);
  }
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? whole.to }));
}

/** Rounds measured steps so that they add up to the rounded day: each is the growth of the rounded sum. */
function createRounding(calibration: number): (judged: Judged, value: number) => Judged {
  let units = 0;
  let whole = 0;
  return (judged, value) => {
    if (judged.state !== "measured" || judged.visits === null) return judged;
    units += value;
    const visits = Math.max(0, Math.round(units * calibration) - whole);
    whole += visits;
    return { ...judged, visits };
  };
}

function within(spans: readonly Span[], { from, to }: Span): Span[] {
  return spans
    .map((span) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
    .filter((span) => span.from < span.to);
}
