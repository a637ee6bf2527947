/** The tank's door logger: a CSV with a line every quarter hour, left every morning for the day before. The clock
 *  is local: the doubled hour of October stands twice, in sequence. A quarter without data has empty cells. */
import { addDays, HOUR, type LocalDate, MINUTE } from "../../src/domain/time.ts";
import { type CounterReading, type CounterSetup, counterDay, readingAt } from "../simulation/counter.ts";
import { dayStart, quartersOf } from "../simulation/local-days.ts";
import type { Place, World } from "../simulation/world.ts";
import { frenchDate, wallClock } from "./french.ts";
import { periodsOf, type Sheet } from "./sheet.ts";

/** Files `portes_….csv` of one site from the start of history to `last`. */
export function doorSheets(
  world: World,
  place: Place,
  setup: CounterSetup,
  folder: string,
  last: LocalDate,
): Sheet[] {
  const zone = place.site.zone;
  return periodsOf(world.start, addDays(world.live, -10), last).map((period) => ({
    path: `${folder}/portes_${period.name}.csv`,
    finalFrom: dayStart(addDays(period.to, 16), zone),
    at: (now) => {
      const lines: string[] = [];
      let at = 0;
      for (let date = period.from; date < period.to; date = addDays(date, 1)) {
        const left = dayStart(addDays(date, 1), zone) + 5 * HOUR + 40 * MINUTE;
        if (left > now) break;
        const readings = counterDay(world, place, setup, date);
        const written = Math.max(left, (readings.at(-1)?.uploadedAt ?? 0) + 2 * MINUTE);
        if (written > now) continue;
        const byStart = new Map(readings.map((reading) => [reading.at, reading]));
        for (const { at: start, minute } of quartersOf(date, zone)) {
          const reading = byStart.get(start);
          lines.push(line(`${frenchDate(date)} ${wallClock(minute)}`, reading && readingAt(reading, now)));
        }
        at = readings.reduce((latest, reading) => lastChange(reading, now, latest), Math.max(at, written));
      }
      if (lines.length === 0) return null;
      return { bytes: Buffer.from(`\ufeffHorodatage;Entrées;Sorties\r\n${lines.join("\r\n")}\r\n`), at };
    },
  }));
}

function line(time: string, counts: { entries: number; exits: number } | null | undefined): string {
  return counts ? `${time};${counts.entries};${counts.exits}` : `${time};;`;
}

function lastChange({ correction }: CounterReading, now: number, latest: number): number {
  return correction && correction.appliedAt <= now ? Math.max(latest, correction.appliedAt) : latest;
}
