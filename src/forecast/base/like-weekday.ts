/** Which weekday each hour of a special day is like, by the days off around it: the evening before a day off is a
 *  Friday's or a Saturday's, the night after it a Monday's. */
import type { PlainSite } from "./site.ts";

const [MONDAY, TUESDAY, FRIDAY, SATURDAY, SUNDAY] = [0, 1, 4, 5, 6] as const;
/** First hours of the day proper and of its evening. */
const MORNING = 5;
const EVENING = 17;
const parts = ["night", "day", "evening"] as const;
/** Kinds of hours that have a likeness of their own: parts of holidays, then of other special days. */
export const GROUPS = 2 * parts.length;
/** That of a holiday's day, or of the whole of it by day. */
export const HOLIDAY = 1;

/** What the hours of a day (or the day, where there is 1 slot) are like. */
export interface Like {
  /** Weekday by slot, 0 Monday … 6 Sunday; its own where it is like no other. */
  readonly weekday: Uint8Array;
  /** Group by slot. */
  readonly group: Uint8Array;
}

/** Of a special day (index). Days are told apart only as holidays. */
export function likeWeekday(
  { weekday, calendar, table: { slots } }: Pick<PlainSite, "weekday" | "calendar" | "table">,
  day: number,
): Like {
  const own = weekday[day] ?? 0;
  const holiday = calendar.holiday[day] === 1;
  if (slots === 1) return { weekday: Uint8Array.of(holiday ? SUNDAY : own), group: Uint8Array.of(HOLIDAY) };
  const off = (away: number) => calendar.holiday[day + away] === 1 || (own + away + 7) % 7 >= SATURDAY;
  const [before, today, after] = [off(-1), off(0), off(1)];
  const byPart = [
    today ? (before ? SUNDAY : SATURDAY) : before ? MONDAY : own === MONDAY ? TUESDAY : own,
    holiday ? SUNDAY : today ? own : after ? FRIDAY : before ? MONDAY : own,
    today ? (after ? SATURDAY : SUNDAY) : after ? FRIDAY : own,
  ];
  const partOf = (slot: number) => (slot < MORNING ? 0 : slot < EVENING ? 1 : 2);
  const first = holiday ? 0 : parts.length;
  return {
    weekday: Uint8Array.from({ length: slots }, (_, slot) => byPart[partOf(slot)] ?? own),
    group: Uint8Array.from({ length: slots }, (_, slot) => first + partOf(slot)),
  };
}

/** People by slot: own as far as the day is itself, those of the weekday it is like for the rest; own alone where
 *  nothing is known of that weekday. shares: by group, 0–1. */
export function mixed(
  own: Float64Array,
  { group }: Like,
  other: (slot: number) => number,
  shares: readonly number[],
): Float64Array {
  return own.map((plain, slot) => {
    const there = other(slot);
    const share = Number.isNaN(there) ? 0 : (shares[group[slot] ?? 0] ?? 0);
    return share === 0 ? plain : share * there + (1 - share) * plain;
  });
}
