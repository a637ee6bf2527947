/** The castle's tally: a volunteer counts by the hour and types the sheet in after closing; sometimes the next
 *  day, sometimes never, and now and then a figure is put right the morning after. One file a month. */
import { addDays, HOUR, type Instant, type LocalDate, MINUTE } from "../../src/domain/time.ts";
import { dayStart } from "../simulation/local-days.ts";
import { integer, random } from "../simulation/random.ts";
import type { Place, World } from "../simulation/world.ts";
import { clockTime } from "./french.ts";
import { monthsOf, type Sheet } from "./sheet.ts";

interface TallyRow {
  readonly date: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
  readonly entries: number;
  readonly typedAt: Instant;
  /** What was there before it was put right, null = right at once. */
  readonly mistake: { readonly entries: number; readonly until: Instant } | null;
}

/** Files `comptage_YYYYMM.csv` of one site from the start of history to `last`. */
export function tallySheets(world: World, place: Place, folder: string, last: LocalDate): Sheet[] {
  const zone = place.site.zone;
  return monthsOf(world.start, addDays(last, 1)).map(({ name, from }) => {
    // The month as a whole, also while it runs: the name must not depend on today.
    const month = monthsOf(from, addDays(from, 40))[0] ?? { from, to: addDays(from, 31) };
    return {
      path: `${folder}/comptage_${name}.csv`,
      finalFrom: dayStart(addDays(month.to, 3), zone),
      at: (now) => {
        const lines: string[] = [];
        let at = 0;
        for (let date = month.from; date < month.to; date = addDays(date, 1)) {
          for (const row of tallyDay(world, place, date)) {
            if (row.typedAt > now) continue;
            const wrong = row.mistake !== null && row.mistake.until > now;
            const entries = wrong && row.mistake ? row.mistake.entries : row.entries;
            lines.push(`${row.date},${clockTime(row.from, zone)},${clockTime(row.to, zone)},${entries}`);
            at = Math.max(at, row.mistake && !wrong ? row.mistake.until : row.typedAt);
          }
        }
        return lines.length === 0
          ? null
          : { bytes: Buffer.from(`date,from,to,entries\n${lines.join("\n")}\n`), at };
      },
    };
  });
}

function tallyDay(world: World, place: Place, date: LocalDate): TallyRow[] {
  const truth = place.day(date);
  const closing = truth.spans.at(-1)?.to;
  if (closing === undefined) return [];
  const r = random(`${world.seed}/${place.site.id}/${date}/tally`);
  const fate = r();
  if (fate < 0.06) return [];
  const nextDay = (hours: number) => dayStart(addDays(date, 1), place.site.zone) + hours * HOUR;
  const typedAt = fate < 0.18 ? nextDay(10) : closing + integer(r, 15, 50) * MINUTE;
  const mistaken = r() < 0.06;
  const rows: TallyRow[] = [];
  for (const span of truth.spans) {
    for (let from = span.from; from < span.to; from += HOUR) {
      const to = Math.min(span.to, from + HOUR);
      const inside = ({ arrive }: { arrive: Instant }) => arrive >= from && arrive < to;
      const people =
        truth.parties.filter(inside).reduce((sum, party) => sum + party.people, 0) +
        truth.groups.filter(inside).reduce((sum, group) => sum + group.came, 0);
      const mistake =
        mistaken && rows.length === 0 ? { entries: people + integer(r, 2, 10), until: nextDay(11) } : null;
      rows.push({ date, from, to, entries: people, typedAt, mistake });
    }
  }
  return rows;
}
