/** Which span of time a file tells, in `replace-window` mode. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Span, Zone } from "../../../src/domain/time.ts";
import { civilDay } from "../../format/dates.ts";
import { localClock } from "../../format/local-clock.ts";
import type { Extent } from "./reading.ts";

const DAY = 86_400_000;

/** Whole local days of the rows seen; undefined when there were none. */
export function windowOfRows(extent: Extent, zone: Zone): Span | undefined {
  if (extent.from > extent.to) return undefined;
  const clock = localClock(zone);
  return { from: clock.day(clock.wallOf(extent.from)).from, to: clock.day(clock.wallOf(extent.to)).to };
}

/** The day, month or year that a file's name states through a pattern such as `ventes_{yyyy}{mm}{dd}.csv`; `*` stands
 *  for anything. @throws FeedChanged when the name does not fit. */
export function windowOfName(pattern: string, name: string, zone: Zone): Span {
  const base = name.split("/").at(-1) ?? name;
  const source = pattern
    .split(/(\{yyyy\}|\{mm\}|\{dd\}|\*)/)
    .map((part) => PARTS.get(part) ?? part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join("");
  const { year, month, day } = new RegExp(`^${source}`).exec(base)?.groups ?? {};
  const first = civilDay(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (Number.isNaN(first))
    throw new FeedChanged(`invalid file name: ${base} does not say its days as ${pattern}`);
  const start = new Date(first * DAY);
  if (day !== undefined) start.setUTCDate(start.getUTCDate() + 1);
  else if (month !== undefined) start.setUTCMonth(start.getUTCMonth() + 1);
  else start.setUTCFullYear(start.getUTCFullYear() + 1);
  const clock = localClock(zone);
  return { from: clock.day(first * DAY).from, to: clock.day(start.getTime()).from };
}

const PARTS: ReadonlyMap<string, string> = new Map([
  ["{yyyy}", "(?<year>\\d{4})"],
  ["{mm}", "(?<month>\\d{2})"],
  ["{dd}", "(?<day>\\d{2})"],
  ["*", ".*?"],
]);

/** What is left of a span without others, in order. */
export function without(span: Span, others: readonly Span[]): Span[] {
  let left: Span[] = [span];
  for (const other of others) {
    left = left.flatMap((piece) => [
      { from: piece.from, to: Math.min(piece.to, other.from) },
      { from: Math.max(piece.from, other.to), to: piece.to },
    ]);
    left = left.filter((piece) => piece.from < piece.to);
  }
  return left;
}
