/** A newer calendar of school holidays: fetched, compared with the one in use, written beside the territory file. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fetchSchoolHolidays } from "../../ingest/calendars/school-holidays-fr.ts";
import type { HttpClient } from "../../ingest/connector.ts";
import { FeedChanged } from "../domain/errors.ts";
import {
  calendarDate,
  parseSchoolHolidays,
  schoolSpan,
  writeSchoolHolidays,
} from "../domain/school-holidays.ts";
import { updateBreaks } from "../domain/school-update.ts";
import { addDays, type LocalDate } from "../domain/time.ts";
import type { SchoolCalendarFile } from "../territory/load.ts";

/** Of the breaks that both calendars tell, a larger share that moved is looked at by a person. */
const MOST_MOVED = 0.3;
/** Years before today that are asked for: comparable days need them. */
const YEARS_BACK = 3;
const SOURCE = "ministry of education, open data set fr-en-calendrier-scolaire (Licence Ouverte)";

/** What an update did. */
interface CalendarUpdate {
  readonly file: string;
  readonly asOf: LocalDate;
  readonly added: number;
  readonly moved: number;
  /** First day of which nothing is told. */
  readonly until: LocalDate;
  readonly remarks: readonly string[];
  /** Whether the territory file names it already. */
  readonly isNamed: boolean;
}

/** @throws FeedUnavailable or FeedChanged, having written nothing */
export async function updateCalendar(
  { file, own }: SchoolCalendarFile,
  today: LocalDate,
  { source, accept }: { readonly source: string; readonly accept: boolean },
  http: HttpClient,
): Promise<CalendarUpdate> {
  const since: LocalDate = `${Number(today.slice(0, 4)) - YEARS_BACK}-08-01`;
  const official = await fetchSchoolHolidays(http, source, since);
  const text = readFileSync(existsSync(own) ? own : file, "utf8");
  const { breaks, shared, moved, added } = updateBreaks(parseSchoolHolidays(text), official.breaks);
  if (moved > shared * MOST_MOVED && !accept)
    throw new FeedChanged(`held back: ${moved} of ${shared} holidays would move (right? use --accept)`);
  const comments = [
    "School holidays by zone. from: first day off; to: first day back, exclusive.",
    `Source: ${SOURCE}; other years and zones as they were.`,
    `as of: ${today}`,
    ...official.remarks,
  ];
  const next = writeSchoolHolidays(breaks, comments);
  if (moved + added > 0 && existsSync(own)) keep(own, text);
  // Whole or not at all.
  writeFileSync(`${own}.part`, next);
  renameSync(`${own}.part`, own);
  const until = schoolSpan(breaks)?.to ?? today;
  const { remarks } = official;
  return { file: own, asOf: today, added, moved, until, remarks, isNamed: own === file };
}

export function updateText({ file, asOf, added, moved, until, remarks, isNamed }: CalendarUpdate): string {
  return [
    `${file}: as of ${asOf}, ${added} new, ${moved} moved; known to ${addDays(until, -1)}`,
    ...remarks,
    ...(isNamed ? [] : [`name it in the territory file: holidays: { school: ./${basename(file)} }`]),
    ...(added + moved > 0 ? ["in use from the next start of serve and work on"] : []),
  ].join("\n");
}

/** The version before stays beside the new one, named by the day on which it was fetched. */
function keep(own: string, text: string): void {
  const name = `${basename(own, ".csv")}.${calendarDate(text) ?? "undated"}.csv`;
  const path = resolve(dirname(own), name);
  if (!existsSync(path)) writeFileSync(path, text);
}
