/** Which days of visits a pull asks about. The protocol cannot say what has changed: near days are read each time, more
 *  of them every hour, all of them every night. */
import { addDays, HOUR, type LocalDate, localDate, type Zone } from "../../../src/domain/time.ts";
import type { PullContext, Stream } from "../../connector.ts";
import type { Days } from "./api.ts";

const DAY_MS = 24 * HOUR;
const NEAR = { back: 0, ahead: 2 };
const HOURLY = { back: 2, ahead: 14 };
const NIGHTLY = { back: 35, ahead: 180 };
/** Days asked for at once. */
const CHUNK = 31;

export const RESCANS: Stream["rescans"] = [
  { everyMs: HOUR, backMs: HOURLY.back * DAY_MS },
  { everyMs: DAY_MS, backMs: NIGHTLY.back * DAY_MS },
];

/** Days about which this pull asks, both included. */
export function daysOf({ cursor, from, now }: PullContext, zone: Zone): Days {
  const today = localDate(now, zone);
  if (cursor === null) return { first: localDate(from ?? now, zone), last: addDays(today, NIGHTLY.ahead) };
  if (from === undefined) return around(today, NEAR);
  const asked = localDate(from, zone);
  const { first, last } = around(today, now - from > HOURLY.back * DAY_MS ? NIGHTLY : HOURLY);
  return { first: earlier(asked, first), last };
}

function around(today: LocalDate, { back, ahead }: typeof NEAR): Days {
  return { first: addDays(today, -back), last: addDays(today, ahead) };
}

/** The days in spans that one request asks for, oldest first. */
export function chunksOf({ first, last }: Days): Days[] {
  const chunks: Days[] = [];
  for (let day = first; day <= last; day = addDays(day, CHUNK)) {
    const end = addDays(day, CHUNK - 1);
    chunks.push({ first: day, last: earlier(end, last) });
  }
  return chunks;
}

/** The first of two days. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  const [first = a] = [a, b].sort();
  return first;
}
