/** The three parts of a day and how full they are: visits per open hour. Pure. */
import { DAY_PARTS, type DayPart, type QuietLevel } from "../../contract/quiet-hours.ts";
import type { HasOpening, MinuteSpan } from "../../domain/opening.ts";
import { quantileSorted } from "../../domain/quantile.ts";
import {
  HOUR,
  type Instant,
  type LocalDate,
  localDate,
  MINUTE,
  minuteOfDay,
  type Zone,
} from "../../domain/time.ts";

/** Minutes after midnight by the wall clock at which a part ends. */
const ENDS: Readonly<Record<DayPart, number>> = {
  morning: 12 * 60,
  early_afternoon: 15 * 60,
  late_afternoon: 24 * 60,
};

/** Levels of the usual between which the words change. */
const CALMER_HALF = 0.5;
const BUSIEST_FIFTH = 0.8;
/** Fewer measured parts of days make no usual: about eight weeks of a site open three days a week. */
const LEAST_PARTS = 60;

/** Open hours of one part of a day. */
export interface OpenPart {
  readonly part: DayPart;
  readonly hours: readonly MinuteSpan[];
  readonly minutes: number;
}

/** The three parts of a day with what is open of each. */
export function openParts({ opening }: HasOpening, day: LocalDate): OpenPart[] {
  const known = opening.on(day);
  let from = 0;
  return DAY_PARTS.map((part) => {
    const to = ENDS[part];
    const start = from;
    from = to;
    const hours = (known.kind === "open" ? known.hours : [])
      .map((span) => ({
        fromMinute: Math.max(start, span.fromMinute),
        toMinute: Math.min(to, span.toMinute),
      }))
      .filter(({ fromMinute, toMinute }) => fromMinute < toMinute);
    const minutes = hours.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0);
    return { part, hours, minutes };
  });
}

/** Part of the day that an hour belongs to: all parts end on whole hours. */
export function partOf(hour: Instant, zone: Zone): DayPart {
  const minute = minuteOfDay(hour, zone);
  return DAY_PARTS.find((part) => minute < ENDS[part]) ?? "late_afternoon";
}

/** True once a part of a day is over. */
export function isOver(part: DayPart, day: LocalDate, now: Instant, zone: Zone): boolean {
  const today = localDate(now, zone);
  return day < today || (day === today && minuteOfDay(now, zone) >= ENDS[part]);
}

/** Visits of one hour, NaN = not known. */
export interface HourValue {
  readonly hour: Instant;
  readonly visits: number;
}

/** Visits per open hour by `day part`, over parts of which every open hour is known. */
export function ratesOf(site: HasOpening & { readonly zone: Zone }, hours: readonly HourValue[]) {
  const { zone } = site;
  const groups = Map.groupBy(hours, ({ hour }) => `${localDate(hour, zone)} ${partOf(hour, zone)}`);
  const rates = new Map<string, number>();
  for (const [key, own] of groups) {
    const [day = "", part] = key.split(" ");
    const open = openParts(site, day).find((one) => one.part === part);
    if (!open || open.minutes === 0) continue;
    const starts = hourStarts(open);
    const known = own.filter(({ visits }) => !Number.isNaN(visits));
    if (known.length < starts) continue;
    rates.set(key, (known.reduce((sum, { visits }) => sum + visits, 0) * HOUR) / (open.minutes * MINUTE));
  }
  return rates;
}

/** Clock hours that opening touches. */
function hourStarts({ hours }: OpenPart): number {
  const touched = new Set<number>();
  for (const { fromMinute, toMinute } of hours) {
    for (let hour = Math.floor(fromMinute / 60); hour * 60 < toMinute; hour++) touched.add(hour);
  }
  return touched.size;
}

/** Where the words change for a site, in visits per open hour; null without enough of its own past. */
export interface Usual {
  readonly calm: number;
  readonly busy: number;
}

export function usualOf(rates: Iterable<number>): Usual | null {
  const sorted = [...rates].sort((a, b) => a - b);
  if (sorted.length < LEAST_PARTS) return null;
  return { calm: quantileSorted(sorted, CALMER_HALF), busy: quantileSorted(sorted, BUSIEST_FIFTH) };
}

/** The word for a rate. Where half of the past is alike, alike is calm. */
export function levelOf(rate: number, { calm, busy }: Usual): QuietLevel {
  if (rate <= calm) return "quiet";
  return rate > busy ? "busy" : "moderate";
}
