/** Happenings that change attendance. Where the territory file declares one (found by its id), its dates count;
 *  otherwise the rule here does. Strengths stand in the profiles. */
import type { Calendar } from "../../src/domain/calendar.ts";
import { addDays, type LocalDate, weekday } from "../../src/domain/time.ts";

interface Happening {
  /** Name under which profiles give its factor. */
  readonly key: string;
  /** Matches the id of the territory's own event; null = never declared there. */
  readonly id: RegExp | null;
  readonly rule: (date: LocalDate) => boolean;
}

const monthDay = (date: LocalDate): string => date.slice(5);
const between = (date: LocalDate, from: string, to: string): boolean =>
  monthDay(date) >= from && monthDay(date) <= to;
const isWeekend = (date: LocalDate): boolean => weekday(date) >= 6;
/** Saturday and Sunday of the nth weekend of a month, counted by its Saturday. */
const nthWeekend = (date: LocalDate, month: string, nth: number): boolean => {
  const saturday = addDays(date, 6 - weekday(date));
  return (
    isWeekend(date) && saturday.slice(5, 7) === month && Math.ceil(Number(saturday.slice(8)) / 7) === nth
  );
};

const HAPPENINGS: readonly Happening[] = [
  { key: "bataille", id: /bataille/, rule: (date) => monthDay(date) === "11-20" },
  {
    key: "bataille-suite",
    id: null,
    rule: (date) => between(date, "11-16", "12-04") && monthDay(date) !== "11-20",
  },
  { key: "armistice", id: /armistice|11-novembre/, rule: (date) => monthDay(date) === "11-11" },
  { key: "victoire", id: /victoire|8-mai/, rule: (date) => monthDay(date) === "05-08" },
  { key: "patrimoine", id: /patrimoine|jep/, rule: (date) => nthWeekend(date, "09", 3) },
  { key: "vigne", id: /vigne/, rule: (date) => nthWeekend(date, "10", 1) },
  {
    key: "orchidees",
    id: /orchid/,
    rule: (date) => between(date, "03-08", "03-22") && (isWeekend(date) || weekday(date) === 5),
  },
  { key: "plantes", id: /plantes/, rule: (date) => nthWeekend(date, "05", 2) },
  { key: "jardins", id: /jardins/, rule: (date) => nthWeekend(date, "06", 1) },
  { key: "archeologie", id: /arch[eé]ologie|jea/, rule: (date) => nthWeekend(date, "06", 2) },
  { key: "nuit", id: /nuit/, rule: (date) => weekday(date) === 6 && nthWeekend(date, "05", 3) },
  { key: "noel", id: /noel|marche/, rule: (date) => between(date, "11-27", "12-24") && weekday(date) >= 5 },
];

/** Keys of the happenings of a day that touch a site. */
export function happeningsOf(calendar: Calendar): (date: LocalDate, site: string) => readonly string[] {
  const declared = new Map(
    HAPPENINGS.map(({ key, id }) => [key, id !== null && calendar.events.some((event) => id.test(event.id))]),
  );
  return (date, site) => {
    const today = calendar.eventsOn(date, site);
    return HAPPENINGS.filter(({ key, id, rule }) =>
      declared.get(key) ? today.some((event) => id?.test(event.id)) : rule(date),
    ).map(({ key }) => key);
  };
}

/** True while Belgian schools are on holiday, by their usual weeks (both languages' calendars, roughly). */
export function belgianHoliday(date: LocalDate, easterOffset: number): boolean {
  return (
    between(date, "07-01", "08-31") ||
    between(date, "10-27", "11-02") ||
    between(date, "12-23", "12-31") ||
    between(date, "01-01", "01-04") ||
    (easterOffset >= -48 && easterOffset <= -42) ||
    (easterOffset >= 1 && easterOffset <= 14)
  );
}

/** New exhibition at Le Labo, each autumn from the first Saturday of October until the end of May: an action
 *  whose effect can be looked for. */
export function exhibition(date: LocalDate): boolean {
  const year = date.slice(0, 4);
  const first = addDays(`${year}-10-01`, (13 - weekday(`${year}-10-01`)) % 7);
  return monthDay(date) < "06-01" || date >= first;
}
