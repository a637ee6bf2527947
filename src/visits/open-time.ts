/** Arithmetic on opening spans. */
import type { HasOpening } from "../domain/opening.ts";
import { type Instant, type LocalDate, MINUTE, type Span } from "../domain/time.ts";

const CLOSED: readonly Span[] = [];

/** Opening spans of a day; none when closed. */
export function openSpans(site: HasOpening, day: LocalDate): readonly Span[] {
  const opening = site.opening.on(day);
  return opening.kind === "open" ? opening.spans : CLOSED;
}

/** Minutes of spans that lie before an instant. */
export function minutesBefore(spans: readonly Span[], at: Instant): number {
  return spans.reduce((total, { from, to }) => total + Math.max(0, Math.min(to, at) - from) / MINUTE, 0);
}

/** Minutes of spans inside `[from, to)`. */
export function minutesWithin(spans: readonly Span[], { from, to }: Span): number {
  let ms = 0;
  for (const span of spans) ms += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  return ms / MINUTE;
}

/** What is left of spans outside of others, in order. Either list may be unordered or overlap itself. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const holes = [...taken].sort((a, b) => a.from - b.from);
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    let from = span.from;
    for (const hole of holes) {
      if (hole.to <= from || hole.from >= span.to) continue;
      if (hole.from > from) out.push({ from, to: hole.from });
      from = Math.max(from, hole.to);
    }
    if (from < span.to) out.push({ from, to: span.to });
  }
  return out;
}

/** The part of spans before an instant. */
export function cutBefore(spans: readonly Span[], at: Instant): Span[] {
  return spans.filter(({ from }) => from < at).map(({ from, to }) => ({ from, to: Math.min(to, at) }));
}
