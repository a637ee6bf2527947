/** Public holidays of a country and region, year by year, named in three languages.
 *  Rules by the package date-holidays (ISC and CC-BY-3.0, its contributors); no network. */
import Holidays from "date-holidays";
import { HOLIDAY_NAMES } from "./holiday-names.ts";
import { LANGUAGES, type Language, type Localized, localized } from "./language.ts";
import { addDays, type LocalDate } from "./time.ts";

export interface PublicHoliday {
  readonly date: LocalDate;
  /** Stable over the years, such as `armistice-day`; a day off instead ends in `-substitute`. */
  readonly key: string;
  readonly name: Localized;
}

/** Gives the public holidays of one year, in order of date. */
export type HolidaysOfYear = (year: number) => readonly PublicHoliday[];

const DAY_MS = 86_400_000;

/** @param country ISO 3166-1 alpha-2; @param region such as `VIC` or `AU-VIC`, null for the whole country. */
export function publicHolidays(country: string, region: string | null): HolidaysOfYear {
  const rules = rulesOf(country, region);
  const spoken: readonly string[] = rules.getLanguages();
  const languages = LANGUAGES.filter((language) => language === "en" || spoken.includes(language));
  return (year) => {
    const names = new Map(languages.map((language) => [language, rules.getHolidays(year, language)]));
    // A holiday from a later hour on (19:00 on Christmas Eve) does not make a public holiday of the day.
    return (names.get("en") ?? [])
      .map((holiday, i) => ({ holiday, i }))
      .filter(({ holiday }) => holiday.type === "public" && holiday.date.slice(11, 16) === "00:00")
      .flatMap(({ holiday, i }) => {
        const days = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS));
        const known = languages.map((language) => [language, names.get(language)?.[i]?.name] as const);
        const { key, name } = named(holiday.name, holiday.substitute === true, Object.fromEntries(known));
        const first = holiday.date.slice(0, 10);
        return Array.from({ length: days }, (_, n) => ({ date: addDays(first, n), key, name }));
      });
  };
}

/** True when rules exist for the country and, when given, for its region. */
export function hasHolidays(country: string, region: string | null): boolean {
  const all = new Holidays();
  if (!(country in all.getCountries("en"))) return false;
  const [state, part] = regionParts(country, region);
  if (state === undefined) return true;
  if (!(state in (all.getStates(country, "en") ?? {}))) return false;
  return part === undefined || part in (all.getRegions(country, state, "en") ?? {});
}

function rulesOf(country: string, region: string | null): Holidays {
  const [state, part] = regionParts(country, region);
  if (state === undefined) return new Holidays(country);
  return part === undefined ? new Holidays(country, state) : new Holidays(country, state, part);
}

/** `AU-VIC` and `VIC` mean the same. */
function regionParts(country: string, region: string | null): [] | [string] | [string, string] {
  const parts = region?.split("-") ?? [];
  const [state, part] = parts[0] === country ? parts.slice(1) : parts;
  if (state === undefined) return [];
  return part === undefined ? [state] : [state, part];
}

function named(english: string, substitute: boolean, names: Partial<Record<Language, string | undefined>>) {
  const plain = english.replace(/\s*\(substitute day\)$/, "");
  const slug = plain
    .normalize("NFKD")
    .replace(/['’]|\p{Mark}/gu, "")
    .toLowerCase();
  const key = slug.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") + (substitute ? "-substitute" : "");
  const ours = HOLIDAY_NAMES[key] ?? {};
  return { key, name: localized({ en: plain, ...names, ...ours }) };
}
