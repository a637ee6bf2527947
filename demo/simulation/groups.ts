/** Booked groups: school classes on weekdays of term, coaches in season, weeks ahead. Some cancel, some come with
 *  fewer. Groups may come on weekdays on which the site is closed to the public, never in its annual closure. */
import type { Site, Territory } from "../../src/domain/site.ts";
import {
  addDays,
  atLocalTime,
  daysIn,
  HOUR,
  type Instant,
  type LocalDate,
  MINUTE,
} from "../../src/domain/time.ts";
import type { Profile } from "./profile.ts";
import { integer, normal, poisson, type Random, random } from "./random.ts";

export interface Group {
  readonly kind: "school" | "coach";
  /** People booked. */
  readonly booked: number;
  /** People who came: fewer by the absent, 0 when cancelled or not shown. */
  readonly came: number;
  readonly bookedOn: Instant;
  readonly cancelledOn: Instant | null;
  /** Taken off the booking before the visit. */
  readonly reduced: { readonly by: number; readonly on: Instant } | null;
  /** Agreed time of arrival. */
  readonly planned: Instant;
  readonly arrive: Instant;
  readonly leave: Instant;
}

/** Longest time between booking and visit; what is further ahead than this has no bookings. */
export const LONGEST_LEAD_DAYS = 185;

const SCHOOL_MONTHS = [0.6, 0.7, 1, 1.1, 1.3, 1.6, 0.2, 0, 0.4, 1.1, 1.2, 0.8];
const COACH_MONTHS = [0, 0.1, 0.3, 1, 1.3, 1.3, 0.8, 0.8, 1.3, 0.9, 0.6, 0.2];
const SIZES = { school: 31, coach: 38 };

/** Draws the groups of each day of one site. */
export function groupsOf(
  territory: Territory,
  site: Site,
  profile: Profile,
  seed: string,
): (date: LocalDate) => readonly Group[] {
  const receives = (date: LocalDate): "public" | "groups" | null => {
    const day = site.opening.on(date);
    if (day.kind === "open") return "public";
    const workday = weekdayOf(date) <= 5 && !territory.calendar.dayFacts(date).holiday;
    if (!profile.groupsWhenClosed || day.reason || !workday) return null;
    return [-3, -2, -1, 1, 2, 3].some((n) => site.opening.on(addDays(date, n)).kind === "open")
      ? "groups"
      : null;
  };
  const weekdayOf = (date: LocalDate) => territory.calendar.dayFacts(date).weekday;
  const weight = (kind: Group["kind"], date: LocalDate): number => {
    if (!receives(date)) return 0;
    const facts = territory.calendar.dayFacts(date);
    const month = Number(date.slice(5, 7)) - 1;
    if (kind === "coach") {
      return (COACH_MONTHS[month] ?? 0) * (facts.weekday === 1 ? 0.3 : 1);
    }
    if (facts.weekday > 5 || facts.holiday || facts.school?.home) return 0;
    return (SCHOOL_MONTHS[month] ?? 0) * (facts.weekday === 3 ? 0.35 : 1);
  };
  const rate = (kind: Group["kind"]): number => {
    const sum = daysIn({ from: "2025-01-01", to: "2026-01-01" }).reduce((n, d) => n + weight(kind, d), 0);
    const share = kind === "school" ? profile.schools : 1 - profile.schools;
    return sum > 0 ? (profile.annual * profile.groupShare * share) / (SIZES[kind] * 0.9 * sum) : 0;
  };
  const rates = { school: rate("school"), coach: rate("coach") };

  return (date) => {
    const open = receives(date);
    if (!open) return [];
    const r = random(`${seed}/${site.id}/${date}/groups`);
    return (["school", "coach"] as const).flatMap((kind) =>
      Array.from({ length: Math.min(5, poisson(r, rates[kind] * weight(kind, date))) }, () =>
        drawGroup(r, kind, site, date, profile.dwellMinutes),
      ),
    );
  };
}

function drawGroup(r: Random, kind: Group["kind"], site: Site, date: LocalDate, dwell: number): Group {
  const booked = kind === "school" ? integer(r, 18, 30) * (r() < 0.25 ? 2 : 1) : integer(r, 24, 52);
  const planned = agreedTime(r, site, date, dwell);
  const arrive = planned + integer(r, 0, 14) * MINUTE;
  const leave = arrive + Math.round(dwell * (1 + 0.15 * r())) * MINUTE;
  const leadDays = Math.min(LONGEST_LEAD_DAYS - 1, Math.max(4, Math.round(Math.exp(3.8 + 0.7 * normal(r)))));
  const bookedOn = officeHour(r, addDays(date, -leadDays), site.zone);
  const between = (share: number) => Math.round(bookedOn + (planned - 2 * HOUR - bookedOn) * share);
  const times = { bookedOn, planned, arrive, leave };
  const fate = r();
  const changeOn = between(0.3 + 0.65 * r());
  if (fate < 0.07) {
    return { kind, booked, came: 0, cancelledOn: changeOn, reduced: null, ...times };
  }
  const reduced = fate < 0.27 ? { by: integer(r, 1, 4), on: changeOn } : null;
  const expected = booked - (reduced?.by ?? 0);
  const came = fate > 0.985 ? 0 : expected - Math.min(3, poisson(r, 0.7));
  return { kind, booked, came, cancelledOn: null, reduced, ...times };
}

function agreedTime(r: Random, site: Site, date: LocalDate, dwell: number): Instant {
  const day = site.opening.on(date);
  if (day.kind === "closed") return atLocalTime(date, r() < 0.6 ? "10:00" : "14:00", site.zone);
  const span = day.spans[integer(r, 0, day.spans.length - 1)] ?? { from: 0, to: 0 };
  const room = Math.max(0, span.to - span.from - dwell * MINUTE);
  return span.from + Math.floor((room * 0.8 * r()) / (HOUR / 2)) * (HOUR / 2);
}

function officeHour(r: Random, date: LocalDate, zone: string): Instant {
  const hour = String(integer(r, 9, 16)).padStart(2, "0");
  return atLocalTime(date, `${hour}:00`, zone) + integer(r, 0, 3_599_999);
}
