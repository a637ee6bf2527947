/** The hours that are counted by hand: from each opening on, the last one as long as it is. Pure. */
import type { HasOpening } from "../../domain/opening.ts";
import { HOUR, type LocalDate, QUARTER, type Span } from "../../domain/time.ts";
import { openSpans } from "../../visits/open-time.ts";

/** In order; none when closed. */
export function slotsOf(site: HasOpening, day: LocalDate): Span[] {
  return openSpans(site, day).flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / HOUR) }, (_, i) => ({
      from: from + i * HOUR,
      to: Math.min(to, from + (i + 1) * HOUR),
    })),
  );
}

/** Starts of the quarters of an hour that a span touches: what rollups keep. */
export function quartersIn({ from, to }: Span): number[] {
  const first = Math.floor(from / QUARTER) * QUARTER;
  return Array.from({ length: Math.ceil((to - first) / QUARTER) }, (_, i) => first + i * QUARTER);
}
