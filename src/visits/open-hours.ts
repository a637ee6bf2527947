/** Opening spans cut at the full hours of a clock. */
import { HOUR, type Instant, MINUTE, minuteOfDay, type Span, type Zone } from "../domain/time.ts";

/** Calls `visit` once for each hour that spans touch: its start, the hour of the clock it is (0–23), and the minutes of
 *  it inside the spans. Spans must be in order and apart. */
export function eachOpenHour(
  spans: readonly Span[],
  zone: Zone,
  visit: (start: Instant, hour: number, minutes: number) => void,
): void {
  let last: { readonly start: Instant; readonly hour: number; minutes: number } | undefined;
  for (const { from, to } of spans) {
    const lead = minuteOfDay(from, zone) % 60;
    for (let start = from - lead * MINUTE; start < to; start += HOUR) {
      const begins = Math.max(from, start);
      const minutes = (Math.min(to, start + HOUR) - begins) / MINUTE;
      if (last?.start === start) {
        last.minutes += minutes;
        continue;
      }
      if (last) visit(last.start, last.hour, last.minutes);
      last = { start, hour: Math.floor(minuteOfDay(begins, zone) / 60), minutes };
    }
  }
  if (last) visit(last.start, last.hour, last.minutes);
}

/** Spans of several places as one: in order, apart, each minute once. */
export function union(spans: readonly Span[]): Span[] {
  const out: { from: Instant; to: Instant }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else out.push({ ...span });
  }
  return out;
}
