/** Windows of a scan: half-open spans between local midnights, split where an API caps its answers. */
import {
  addDays,
  HOUR,
  type Instant,
  localDate,
  type Span,
  startOfDay,
  type Zone,
} from "../../../src/domain/time.ts";

/** Spans of `days` local days from the day of `from` on; the last one ends at `until`, or at the midnight before the
 *  first when nothing is left. */
export function spansOf(from: Instant, until: Instant, days: number, zone: Zone): Span[] {
  const spans: Span[] = [];
  for (let day = localDate(from, zone); ; day = addDays(day, days)) {
    const start = startOfDay(day, zone);
    if (start >= until) return spans;
    spans.push({ from: start, to: Math.min(startOfDay(addDays(day, days), zone), until) });
  }
}

/** Both halves of a span, cut at a full hour; undefined when it has no hour left to cut at. */
export function halves({ from, to }: Span): readonly [Span, Span] | undefined {
  const middle = Math.floor((from + to) / 2 / HOUR) * HOUR;
  if (middle <= from || middle >= to) return undefined;
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}
