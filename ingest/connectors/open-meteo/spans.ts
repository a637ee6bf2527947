/** Spans of local days, and the dates by which the service is asked for them: it counts days in UTC. */
import {
  addDays,
  type Instant,
  type LocalDate,
  localDate,
  startOfDay,
  type Zone,
} from "../../../src/domain/time.ts";
import type { OpenMeteoOptions } from "./options.ts";

export interface Place {
  /** Empty for the whole territory. */
  readonly site: string;
  readonly zone: Zone;
}

/** Local days asked for at once: a reply of some hundred kB. */
const CHUNK_DAYS = 28;
const FIRST_READ_DAYS = 730;

/** First day to read when nothing has been read yet. */
export function firstDay(options: OpenMeteoOptions, zone: Zone, now: Instant): LocalDate {
  return options.since ?? addDays(localDate(now, zone), -FIRST_READ_DAYS);
}

/** Half-open spans of days, oldest first. */
export function chunksOf(from: LocalDate, to: LocalDate): [LocalDate, LocalDate][] {
  const chunks: [LocalDate, LocalDate][] = [];
  for (let day = from; day < to; day = addDays(day, CHUNK_DAYS)) {
    const end = addDays(day, CHUNK_DAYS);
    chunks.push([day, end < to ? end : to]);
  }
  return chunks;
}

/** A day more on each side holds the local days of every zone, and the hour after the last for its rain.
 *  @param latest last day that may be asked for */
export function datesOf([from, to]: readonly [LocalDate, LocalDate], latest: LocalDate) {
  return { start_date: addDays(from, -1), end_date: to < latest ? to : latest };
}

/** Whether an hour lies in a span of local days. */
export function within([from, to]: readonly [LocalDate, LocalDate], zone: Zone): (at: Instant) => boolean {
  const start = startOfDay(from, zone);
  const end = startOfDay(to, zone);
  return (at) => at >= start && at < end;
}
