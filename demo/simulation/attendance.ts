/** The truth of one site-day: who really came, when they arrived and left. Everything that a till, a counter or a
 *  volunteer reports later is derived from this, with its faults. */
import type { Site, Territory } from "../../src/domain/site.ts";
import { addDays, type Instant, type LocalDate, MINUTE, type Span } from "../../src/domain/time.ts";
import { type Action, type Driver, demandOf } from "./demand.ts";
import { type Group, groupsOf } from "./groups.ts";
import { dayStart } from "./local-days.ts";
import type { Profile } from "./profile.ts";
import { gamma, negativeBinomial, normal, type Random, random } from "./random.ts";
import type { Weather } from "./weather.ts";

/** People who come together without a group booking. */
export interface Party {
  readonly people: number;
  readonly arrive: Instant;
  readonly leave: Instant;
  /** When they bought online, null when they paid (or just walked in) at the desk. */
  readonly boughtOnline: Instant | null;
}

export interface SiteDay {
  readonly site: string;
  readonly date: LocalDate;
  /** Open to the public. */
  readonly open: boolean;
  readonly spans: readonly Span[];
  /** Expected individual visits before chance. */
  readonly expected: number;
  readonly drivers: readonly Driver[];
  readonly parties: readonly Party[];
  /** All groups that ever booked this day. */
  readonly groups: readonly Group[];
  /** People who came: individuals and groups. */
  readonly visits: number;
}

/** Draws the days of one site, each by itself. */
export function attendanceOf(
  territory: Territory,
  site: Site,
  profile: Profile,
  seed: string,
  weather: (date: LocalDate) => Weather,
  actions: readonly Action[],
): (date: LocalDate) => SiteDay {
  const demand = demandOf(territory, site, profile, weather, actions);
  const groups = groupsOf(territory, site, profile, seed);
  return (date) => {
    const day = site.opening.on(date);
    const spans = day.kind === "open" ? day.spans : [];
    const r = random(`${seed}/${site.id}/${date}/visitors`);
    const expected = demand.expected(date);
    const individuals = spans.length > 0 ? negativeBinomial(r, expected, 30) : 0;
    const parties = drawParties(r, individuals, spans, site, date, profile);
    const booked = groups(date);
    const visits = individuals + booked.reduce((sum, { came }) => sum + came, 0);
    return {
      site: site.id,
      date,
      open: spans.length > 0,
      spans,
      expected,
      drivers: demand.drivers(date),
      parties,
      groups: booked,
      visits,
    };
  };
}

function drawParties(
  r: Random,
  individuals: number,
  spans: readonly Span[],
  site: Site,
  date: LocalDate,
  profile: Profile,
): Party[] {
  const parties: Party[] = [];
  for (let left = individuals; left > 0; ) {
    const people = Math.min(left, partySize(r));
    left -= people;
    const arrive = arrivalIn(r, spans);
    const closing = spans.find((span) => arrive < span.to)?.to ?? arrive;
    const dwell = Math.max(6, (profile.dwellMinutes * gamma(r, 6)) / 6) * MINUTE;
    const leave = Math.min(Math.round(arrive + dwell), closing + Math.round(r() * 8) * MINUTE);
    const online = r() < (profile.ticketing?.online ?? 0);
    parties.push({ people, arrive, leave, boughtOnline: online ? purchase(r, arrive, site, date) : null });
  }
  return parties.sort((a, b) => a.arrive - b.arrive);
}

function partySize(r: Random): number {
  const u = r();
  if (u < 0.2) return 1;
  if (u < 0.6) return 2;
  if (u < 0.78) return 3;
  return u < 0.94 ? 4 : 5;
}

/** Two humps, late morning and mid afternoon (or early and late in a short opening), over the open time. */
export function arrivalIn(r: Random, spans: readonly Span[]): Instant {
  const total = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  let share = -1;
  while (share < 0 || share > 0.9) {
    share = r() < 0.42 ? 0.22 + 0.11 * normal(r) : 0.6 + 0.13 * normal(r);
  }
  let offset = Math.floor(share * total);
  for (const { from, to } of spans) {
    if (offset < to - from) return from + offset;
    offset -= to - from;
  }
  return spans.at(-1)?.from ?? 0;
}

/** When a party of a given arrival bought online: a third on the day, the rest days to weeks ahead. */
export function purchase(r: Random, arrive: Instant, site: Site, date: LocalDate): Instant {
  const u = r();
  const morning = dayStart(date, site.zone) + 7 * 60 * MINUTE;
  if (u < 0.3) {
    const from = Math.min(morning, arrive - 60 * MINUTE);
    return Math.floor(from + (arrive - 20 * MINUTE - from) * r());
  }
  const days = Math.ceil(-Math.log(1 - r()) * (u < 0.55 ? 1.2 : u < 0.88 ? 6 : 25));
  const day = addDays(date, -Math.min(120, Math.max(1, days)));
  // Bought between 7:00 and midnight, most in the evening.
  return dayStart(day, site.zone) + Math.floor((7 + 16.9 * Math.sqrt(r())) * 60 * MINUTE);
}
