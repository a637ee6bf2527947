/** France's school holidays as the ministry publishes them on its portal (Opendatasoft, data set
 *  `fr-en-calendrier-scolaire`, Licence Ouverte) → breaks by zone. No text of the source is kept. */
import { z } from "zod";
import { FeedChanged } from "../../src/domain/errors.ts";
import { localized } from "../../src/domain/language.ts";
import { type SchoolBreak, schoolYear } from "../../src/domain/school-holidays.ts";
import { addDays, daysBetween, type LocalDate, localDate, weekday } from "../../src/domain/time.ts";
import type { HttpClient } from "../connector.ts";

export const MINISTRY = "https://data.education.gouv.fr";

export interface OfficialCalendar {
  /** By zone and day; each row one zone. */
  readonly breaks: readonly SchoolBreak[];
  /** What was made up or left out, for people. */
  readonly remarks: readonly string[];
}

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const Row = z.object({
  description: z.string(),
  population: z.string().nullish(),
  start_date: instant,
  end_date: instant.nullish(),
  zones: z.string(),
  annee_scolaire: z.string().regex(/^\d{4}-\d{4}$/),
});
type Row = z.output<typeof Row>;
const Page = z.object({ total_count: z.int().min(0), results: z.array(z.unknown()) });

/** Kinds of breaks: a word of the description, and our name. The bridge of Ascension is not published every year. */
const KINDS = [
  { key: "toussaint", word: /\btoussaint\b/, name: "Vacances de la Toussaint", always: true },
  { key: "noel", word: /\bnoel\b/, name: "Vacances de Noël", always: true },
  { key: "hiver", word: /\bhiver\b/, name: "Vacances d'hiver", always: true },
  { key: "printemps", word: /\bprintemps\b/, name: "Vacances de printemps", always: true },
  { key: "ascension", word: /\bascension\b/, name: "Pont de l'Ascension", always: false },
  { key: "ete", word: /\bete\b/, name: "Vacances d'été", always: true },
] as const;
type Kind = (typeof KINDS)[number];

const ZONES = ["A", "B", "C"];
const PAGE = 100;
const MAX_PAGES = 100;
const LONGEST_DAYS = 80;

/** Breaks that begin on or after a day. @throws FeedUnavailable; FeedChanged when the set is not what it was */
export async function fetchSchoolHolidays(
  http: HttpClient,
  base: string,
  since: LocalDate,
): Promise<OfficialCalendar> {
  const rows = await readRows(http, base, since);
  const remarks: string[] = [];
  const years = Map.groupBy(rows, ({ annee_scolaire }) => annee_scolaire);
  const breaks: SchoolBreak[] = [];
  for (const [year, of] of [...years].sort()) {
    const found = ZONES.flatMap((zone) => breaksOf(zone, year, of, remarks));
    const missing = ZONES.flatMap((zone) =>
      KINDS.filter(
        ({ key, always }) => always && !found.some((one) => one.key === key && one.zones.includes(zone)),
      ).map(({ key }) => `${key} of ${zone}`),
    );
    if (missing.length > 0) remarks.push(`${year} left out: not yet published whole (${missing.join(", ")})`);
    else breaks.push(...found);
  }
  if (breaks.length === 0) throw new FeedChanged("invalid calendar: no school year is there whole");
  checkOrder(breaks);
  return { breaks, remarks };
}

async function readRows(http: HttpClient, base: string, since: LocalDate): Promise<Row[]> {
  const rows: Row[] = [];
  let all = 0;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = new URLSearchParams({
      where: `start_date >= date'${since}'`,
      // By fields that do not change, so that no row moves between pages.
      order_by: "start_date,location,description,population",
      limit: String(PAGE),
      offset: String(page * PAGE),
      timezone: "UTC",
    });
    const path = "/api/explore/v2.1/catalog/datasets/fr-en-calendrier-scolaire/records";
    const { body } = await http.json({ url: `${base.replace(/\/+$/, "")}${path}?${query}` });
    const read = Page.safeParse(body);
    if (!read.success) throw new FeedChanged("invalid reply: no records of a calendar");
    const { results, total_count: total } = read.data;
    all += results.length;
    for (const raw of results) {
      const row = Row.safeParse(raw);
      if (row.success) rows.push(row.data);
    }
    if (results.length < PAGE || all >= total) break;
  }
  // Single rows without a date are the set's own; many are another set.
  if (rows.length < all * 0.9)
    throw new FeedChanged(`invalid calendar: ${all - rows.length} of ${all} rows are no breaks`);
  return rows;
}

/** A zone's breaks of a school year. Each académie has a row of its own: what most of them say counts. */
function breaksOf(zone: string, year: string, rows: readonly Row[], remarks: string[]): SchoolBreak[] {
  // Teachers return earlier than pupils.
  const own = rows.filter(
    ({ zones, population }) => zones === `Zone ${zone}` && population !== "Enseignants",
  );
  return KINDS.flatMap((kind) => {
    const votes = new Map<string, { readonly from: LocalDate; readonly to: LocalDate; count: number }>();
    const of = own.filter(({ description }) => kind.word.test(plain(description)));
    // The start of a summer is also told on its own, without a return.
    const whole = of.filter(({ end_date, start_date }) => end_date && end_date > start_date);
    for (const row of whole.length > 0 ? whole : of) {
      const span = spanOf(row, kind);
      const name = `${span.from} ${span.to}`;
      const vote = votes.get(name) ?? { ...span, count: 0 };
      votes.set(name, { ...vote, count: vote.count + 1 });
    }
    const [most] = [...votes.values()].sort((a, b) => b.count - a.count || (a.from < b.from ? -1 : 1));
    if (!most) return [];
    if (votes.size > 1)
      remarks.push(
        `${kind.key} ${year} of ${zone}: not the same everywhere, ${most.from} to ${most.to} taken`,
      );
    if (whole.length === 0) remarks.push(`assumed: return after ${kind.key} ${year} of ${zone}, ${most.to}`);
    return [{ zones: [zone], key: kind.key, name: localized(kind.name), from: most.from, to: most.to }];
  });
}

/** First day off and first day back. Dates are midnights of Paris, whatever zone they are written in. */
function spanOf({ start_date, end_date }: Row, { key }: Kind): { from: LocalDate; to: LocalDate } {
  const leaving = localDate(start_date, "Europe/Paris");
  // Pupils leave after lessons of the day that is told; on Wednesdays and Saturdays the day counts as off.
  const isOff = key === "ascension" || [3, 6, 7].includes(weekday(leaving));
  const from = isOff ? leaving : addDays(leaving, 1);
  const to = end_date ? localDate(end_date, "Europe/Paris") : from;
  // The first of September is the earliest return in years.
  return { from, to: to > from ? to : `${from.slice(0, 4)}-09-01` };
}

/** @throws FeedChanged for breaks that cannot be: too long, in the wrong year, or two at once in a zone */
function checkOrder(breaks: readonly SchoolBreak[]): void {
  for (const zone of ZONES) {
    const own = breaks.filter(({ zones }) => zones.includes(zone)).sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const [n, { key, from, to }] of own.entries()) {
      const next = own[n + 1];
      const days = daysBetween(from, to);
      if (days < 1 || days > LONGEST_DAYS || (next && next.from < to))
        throw new FeedChanged(
          `invalid calendar: ${key} ${schoolYear(from)} of zone ${zone}: ${from} to ${to}`,
        );
    }
  }
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
