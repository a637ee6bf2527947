/** National happenings that a calendar marks by itself, as events of the whole territory. France for now. */
import type { CalendarEvent } from "./calendar.ts";
import { localized } from "./language.ts";
import { addDays, type LocalDate, weekday } from "./time.ts";

// Saturdays as announced by the ministry of culture; the rule "nearest to 18 May" yields to Ascension and Whitsun.
const MUSEUM_NIGHTS = ["2022-05-14", "2023-05-13", "2024-05-18", "2025-05-17", "2026-05-23"];
const FIRST_YEAR = 2014;
const LAST_YEAR = 2060;

/** Marks of a country; none outside France. Museum nights are known only for the years announced. */
export function nationalMarks(country: string): readonly CalendarEvent[] {
  if (country !== "FR") return [];
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  return [
    {
      id: "journees-du-patrimoine",
      name: localized({
        fr: "Journées européennes du patrimoine",
        en: "European Heritage Days",
        nl: "Open Monumentendagen",
      }),
      days: { on: years.flatMap(heritageDays) },
      sites: [],
      free: true,
    },
    {
      id: "nuit-des-musees",
      name: localized({ fr: "Nuit européenne des musées", en: "Night of Museums", nl: "Museumnacht" }),
      days: { on: MUSEUM_NIGHTS },
      sites: [],
      free: true,
    },
  ];
}

/** The third Saturday of September and its Sunday. */
function heritageDays(year: number): readonly LocalDate[] {
  const first = `${year}-09-01`;
  const saturday = addDays(first, ((6 - weekday(first) + 7) % 7) + 14);
  return [saturday, addDays(saturday, 1)];
}
