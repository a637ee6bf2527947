/** Days off where visitors come from beside home: neighbouring school zones and countries. */
import type { HolidaysOfYear } from "./holidays.ts";
import { breakOn, type SchoolBreak, schoolSpan } from "./school-holidays.ts";
import type { LocalDate } from "./time.ts";

export interface Neighbours {
  /** Zones of the same calendar of school holidays as the territory's own. */
  readonly schoolZones: readonly string[];
  /** Public holidays of each country or region. */
  readonly holidays: readonly HolidaysOfYear[];
}

export const NO_NEIGHBOURS: Neighbours = { schoolZones: [], holidays: [] };

/** Share of the neighbours that are off on a day, 0–1; null without neighbours, and where none of them is known:
 *  a zone is not known outside the days that the calendar of school holidays tells of. */
export function neighboursOff(
  { schoolZones, holidays }: Neighbours,
  breaks: readonly SchoolBreak[],
): (date: LocalDate) => number | null {
  const spans = schoolZones.map((zone) => ({
    zone,
    known: schoolSpan(breaks.filter(({ zones }) => zones.includes(zone))),
  }));
  const years = new Map<string, readonly ReadonlySet<LocalDate>[]>();
  const holidaysOf = (year: string) => {
    let known = years.get(year);
    if (!known) {
      known = holidays.map((of) => new Set(of(Number(year)).map(({ date }) => date)));
      years.set(year, known);
    }
    return known;
  };
  return (date) => {
    const zones = spans.filter(({ known }) => known && known.from <= date && date < known.to);
    const countries = holidaysOf(date.slice(0, 4));
    const known = zones.length + countries.length;
    if (known === 0) return null;
    const off =
      zones.filter(({ zone }) => breakOn(breaks, date, zone) !== undefined).length +
      countries.filter((days) => days.has(date)).length;
    return off / known;
  };
}
