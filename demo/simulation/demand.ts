/** How many visits to expect at a site on a day, and why: factors on a base level that is set so that the year
 *  2025 brings the profile's volume. Expected numbers only; the draw is in `attendance.ts`. */
import type { Site, Territory } from "../../src/domain/site.ts";
import { type DaySpan, daysBetween, daysIn, type LocalDate } from "../../src/domain/time.ts";
import { belgianHoliday, exhibition, happeningsOf } from "./events.ts";
import type { Profile } from "./profile.ts";
import { usualHigh, type Weather } from "./weather.ts";

/** One reason and its factor; 1 = no effect. Names: weekday, season, public-holiday, school-holidays, weather,
 *  trend, action, trial, and `event:` with the happening's key. */
export interface Driver {
  readonly name: string;
  readonly factor: number;
}

/** Something done that moves demand, on top of what the simulation knows by itself: for trials of how well its effect is
 *  found. */
export interface Action {
  readonly site: string;
  readonly days: DaySpan;
  readonly factor: number;
}

/** Yearly growth of every site, 0–1. */
const TREND = 0.04;
const REFERENCE = { from: "2025-01-01", to: "2026-01-01" };

interface Demand {
  /** Expected individual visits, 0 on days closed to the public. */
  readonly expected: (date: LocalDate) => number;
  /** Why, on a day that is open; empty on others. */
  readonly drivers: (date: LocalDate) => readonly Driver[];
}

/** Demand of individual visitors at one site. */
export function demandOf(
  territory: Territory,
  site: Site,
  profile: Profile,
  weather: (date: LocalDate) => Weather,
  actions: readonly Action[],
): Demand {
  const happenings = happeningsOf(territory.calendar);
  const isOpen = (date: LocalDate) => site.opening.on(date).kind === "open";

  const lasting = (date: LocalDate): Driver[] => {
    const facts = territory.calendar.dayFacts(date);
    const drivers: Driver[] = [
      { name: "weekday", factor: profile.weekday[facts.weekday - 1] ?? 1 },
      { name: "season", factor: seasonOf(profile, date) },
    ];
    if (facts.holiday) drivers.push({ name: "public-holiday", factor: profile.publicHoliday });
    if (facts.bridge) drivers.push({ name: "bridge", factor: 1.2 });
    const school = facts.school;
    // On holidays a weekday gains what a weekend already has: half the effect on Saturdays and Sundays.
    const pull = facts.weekday >= 6 ? 0.5 : 1;
    if (school?.home) drivers.push({ name: "school-holidays", factor: profile.schoolHoliday ** pull });
    else if (school) drivers.push({ name: "other-zones", factor: profile.otherZones });
    if (belgianHoliday(date, facts.easterOffset)) drivers.push({ name: "belgium", factor: profile.belgium });
    for (const key of happenings(date, site.id)) {
      const factor = profile.events[key];
      if (factor !== undefined) drivers.push({ name: `event:${key}`, factor });
    }
    return drivers;
  };

  const moving = (date: LocalDate): Driver[] => {
    const drivers = [
      { name: "weather", factor: weatherFactor(profile, weather(date), date) },
      { name: "trend", factor: (1 + TREND) ** (daysBetween("2025-07-01", date) / 365.25) },
    ];
    const action = profile.events.exposition;
    if (action !== undefined && exhibition(date)) drivers.push({ name: "action", factor: action });
    return drivers;
  };

  const done = (date: LocalDate): Driver[] =>
    actions
      .filter(({ site: where, days }) => where === site.id && days.from <= date && date < days.to)
      .map(({ factor }) => ({ name: "trial", factor }));

  const reference = daysIn(REFERENCE)
    .filter(isOpen)
    .reduce((sum, date) => sum + product(lasting(date)) * product(moving(date)), 0);
  const base = reference > 0 ? (profile.annual * (1 - profile.groupShare)) / reference : 0;
  const drivers = (date: LocalDate) =>
    isOpen(date) ? [...lasting(date), ...moving(date), ...done(date)] : [];
  return {
    drivers,
    expected: (date) => (isOpen(date) ? base * product(drivers(date)) : 0),
  };
}

function product(drivers: readonly Driver[]): number {
  return drivers.reduce((value, { factor }) => value * factor, 1);
}

/** The month's level, sliding from mid month to mid month. */
function seasonOf(profile: Profile, date: LocalDate): number {
  const month = Number(date.slice(5, 7)) - 1;
  const shift = (Number(date.slice(8)) - 15.5) / 30.5;
  const here = profile.month[month] ?? 1;
  const neighbour = profile.month[(month + (shift < 0 ? 11 : 1)) % 12] ?? 1;
  return here + (neighbour - here) * Math.abs(shift);
}

function weatherFactor(profile: Profile, { highCelsius, rainMm }: Weather, date: LocalDate): number {
  const warmth = Math.max(-8, Math.min(8, highCelsius - usualHigh(date)));
  // Above 30 °C nobody walks: the outdoor sites' gain turns.
  const heat = profile.perDegree > 0 ? Math.max(0, highCelsius - 30) * -0.06 : 0;
  return Math.exp(profile.perRainMm * Math.min(15, rainMm) + profile.perDegree * warmth + heat);
}
