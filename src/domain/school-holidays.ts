/** School holidays by zone, from a dated file: `zones,key,name,from,to[,…]`, `#` starts a comment.
 *  `from` is the first day off, `to` the first day back (exclusive); zones stand apart by spaces. */
import { type Localized, localized } from "./language.ts";
import { type DaySpan, daysBetween, isLocalDate, type LocalDate } from "./time.ts";

export interface SchoolBreak extends DaySpan {
  readonly zones: readonly string[];
  readonly key: string;
  readonly name: Localized;
}

const NAMES: Readonly<Record<string, { en: string; nl: string }>> = {
  toussaint: { en: "Autumn holidays", nl: "Herfstvakantie" },
  noel: { en: "Christmas holidays", nl: "Kerstvakantie" },
  hiver: { en: "Winter holidays", nl: "Krokusvakantie" },
  printemps: { en: "Spring holidays", nl: "Paasvakantie" },
  ascension: { en: "Ascension bridge", nl: "Hemelvaartsbrug" },
  ete: { en: "Summer holidays", nl: "Zomervakantie" },
};

/** Breaks in order of their first day. @throws RangeError `invalid school holidays: line 3: …` */
export function parseSchoolHolidays(text: string): readonly SchoolBreak[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const rows = lines
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"));
  const header = rows[0]?.line ?? "";
  if (!header.startsWith("zones,key,name,from,to")) {
    throw new RangeError(`invalid school holidays: ${header} (zones,key,name,from,to is expected first)`);
  }
  return rows
    .slice(1)
    .map(({ line, number }) => parseBreak(line, number))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function parseBreak(line: string, number: number): SchoolBreak {
  const [zones, key, name, from, to] = line.split(",").map((cell) => cell.trim());
  if (!zones || !key || !name || !from || !to || !isLocalDate(from) || !isLocalDate(to) || from >= to) {
    throw new RangeError(`invalid school holidays: line ${number}: ${line} (real days, from before to)`);
  }
  return { zones: zones.split(/\s+/), key, name: localized({ fr: name, ...NAMES[key] }), from, to };
}

const HEADER = "zones,key,name,from,to,school_year";

/** The text that {@link parseSchoolHolidays} reads back; `comments` stand above, one line each. */
export function writeSchoolHolidays(breaks: readonly SchoolBreak[], comments: readonly string[]): string {
  const rows = breaks.map(({ zones, key, name, from, to }) =>
    [zones.join(" "), key, name.fr, from, to, schoolYear(from)].join(","),
  );
  return `${[...comments.map((line) => `# ${line}`), HEADER, ...rows].join("\n")}\n`;
}

/** School year of a first day off: the summer belongs to the year that it ends. */
export function schoolYear(from: LocalDate): string {
  const year = Number(from.slice(0, 4)) - (from.slice(5, 7) < "08" ? 1 : 0);
  return `${year}-${year + 1}`;
}

/** Day on which a calendar was last compared with its source, by its line `# as of: 2026-11-20`. */
export function calendarDate(text: string): LocalDate | null {
  const [, day = ""] = /^# as of: (\S+)\s*$/m.exec(text) ?? [];
  return isLocalDate(day) ? day : null;
}

/** First day of the first break to last day of the last one; null for no breaks. */
export function schoolSpan(breaks: readonly SchoolBreak[]): DaySpan | null {
  const first = breaks[0];
  if (!first) return null;
  return {
    from: first.from,
    to:
      breaks
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? first.to,
  };
}

/** The break of a zone, or of any zone when `zone` is null, that holds a day. */
export function breakOn(
  breaks: readonly SchoolBreak[],
  date: LocalDate,
  zone: string | null,
): SchoolBreak | undefined {
  return breaks.find(({ from, to, zones }) => {
    return from <= date && date < to && (zone === null || zones.includes(zone));
  });
}

/** 0 on the first day of a break. */
export function breakIndex({ from }: SchoolBreak, date: LocalDate): number {
  return daysBetween(from, date);
}
