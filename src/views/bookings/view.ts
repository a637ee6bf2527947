/** Resource `bookings`: what is sold already for a visit day, against the habit at the same number of days ahead. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import type { BookedDay } from "../../contract/bookings.ts";
import type { Calendar } from "../../domain/calendar.ts";
import type { Site } from "../../domain/site.ts";
import { addDays, daysBetween, daysIn, type LocalDate, localDate } from "../../domain/time.ts";
import type { Store } from "../../store/connect.ts";
import { ask } from "../../store/query.ts";
import {
  type BookedAhead,
  type InHand,
  MOST_AHEAD,
  NOTHING,
  readBookedAhead,
} from "../../visits/booked-ahead.ts";
import { bookingGroup } from "../../visits/queries.ts";
import { readBookedTaking } from "../booked.ts";
import { comingDay } from "../coming.ts";
import { siteOf, type ViewDeps } from "../deps.ts";
import { readKeptVintages } from "../kept-vintages.ts";
import { openingReply } from "../opening.ts";
import { selectedDay } from "../outlook.ts";
import { aboutSite, begin, provenance } from "../provenance.ts";
import { lookUp, quantilesOf } from "../vintage.ts";
import { type Alike, alikeDays, type Traits, traitsOf } from "./alike.ts";
import { usualAt, usualNow, verdictOf } from "./usual.ts";

/** Days listed, today among them. */
const COMING_DAYS = 28;
/** How far back comparable days are looked for: two years and a season. */
const BACK_DAYS = 780;
/** How far ahead a day may be asked for. */
const AHEAD_DAYS = 370;
/** Changes of groups below this are left out: nobody's class is told by the two who fell ill. */
const LEAST_PLACES = 5;

export async function bookingsView(
  deps: ViewDeps,
  query: ViewQuery<"bookings">,
): Promise<ViewReply<"bookings">> {
  const { store, territory } = deps;
  const site = siteOf(territory, query.site);
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const past = { from: addDays(today, -BACK_DAYS), to: today };
  const ahead = { from: today, to: addDays(today, AHEAD_DAYS) };
  const soon = { from: today, to: addDays(today, COMING_DAYS) };
  const [{ context, version }, taking, before, after, totals, vintages] = await Promise.all([
    begin(deps, now),
    deps.bookingSites(),
    deps.memories.bookings(`${site.id} ${today}`, () => readBookedAhead(store, site.id, past)),
    readBookedAhead(store, site.id, ahead),
    readBookedTaking(deps, [site.id], today, AHEAD_DAYS, today),
    readKeptVintages(deps, [site.id], soon, now),
  ]);
  const takes = taking.has(site.id);
  const desk = bookable({ site, today, before, after, calendar: territory.calendar });
  const groupsOn = (day: LocalDate) => lookUp(totals, site.id, day)?.groups ?? 0;
  const coming = takes ? daysIn(soon).map((day) => standing(desk, day, groupsOn(day))) : [];
  const forecast = (day: LocalDate) => quantilesOf(lookUp(vintages.days, site.id, day));
  const matters = () =>
    selectedDay(
      coming.map(({ day }) => comingDay(site, day, forecast(day), null)),
      undefined,
      today,
    ) ?? coming.find(({ opening, booked }) => opening.kind === "open" || booked > 0)?.day;
  const asked =
    query.day !== undefined && past.from < query.day && query.day < ahead.to ? query.day : undefined;
  const day = takes ? (asked ?? matters() ?? today) : null;
  const chosen = day === null ? null : curveOf(desk, day);
  const steps = day === null ? [] : await readSteps(store, site, day);
  return {
    ...provenance({
      resource: "bookings",
      query: { site: site.id, day: query.day },
      version,
      context,
      sites: [site],
      coverage: null,
    }),
    ...aboutSite(site, territory, now),
    takes_bookings: takes,
    has_till: territory.feeds.some((feed) => feed.kind === "ticketing" && feed.site === site.id),
    selected: day === null ? null : standing(desk, day, groupsIn(steps, groupsOn(day), day >= today)),
    alike: chosen?.alike?.by ?? null,
    curve: chosen?.curve ?? [],
    steps: steps.filter(({ places }) => Math.abs(places) >= LEAST_PLACES),
    coming,
  };
}

/** What the bookings of one site are judged by. */
interface Bookable {
  readonly site: Site;
  readonly today: LocalDate;
  readonly before: BookedAhead;
  readonly after: BookedAhead;
  readonly calendar: Calendar;
  /** Days that may be compared with. */
  readonly past: readonly Traits[];
}

/** Past days from the first of which all mornings drawn are on record: earlier ones would look empty. */
function bookable(parts: Omit<Bookable, "past">): Bookable {
  const { site, today, before, calendar } = parts;
  const from = before.since === null ? today : addDays(before.since, MOST_AHEAD);
  const past = daysIn({ from, to: today }).map((day) => traitsOf(day, site, calendar));
  return { ...parts, past };
}

interface Habit {
  readonly alike: Alike | null;
  readonly days: readonly InHand[];
}

/** Comparable days of an open day, all before it. */
function habitOf({ site, before, calendar, past }: Bookable, day: LocalDate): Habit {
  if (site.opening.on(day).kind === "closed") return { alike: null, days: [] };
  const earlier = past.filter((other) => other.day < day);
  const alike = alikeDays(traitsOf(day, site, calendar), earlier);
  return { alike, days: alike?.days.map((other) => before.days.get(other) ?? NOTHING) ?? [] };
}

function standing(desk: Bookable, day: LocalDate, groups: number): BookedDay {
  const { site, today, before, after } = desk;
  const lead = daysBetween(today, day);
  const opening = openingReply(site, day);
  const inHand = (lead < 0 ? before : after).days.get(day) ?? NOTHING;
  // What was booked since this morning counts: it will have been in hand tomorrow morning.
  const booked = inHand(lead - 1);
  const { days } = habitOf(desk, day);
  const usual = days.length > 0 ? usualNow(days, lead) : null;
  return {
    day,
    opening,
    lead,
    booked,
    groups: Math.min(booked, groups),
    group_only: opening.kind === "closed" && booked > 0,
    usual,
    days: days.length,
    verdict: verdictOf(booked, usual),
  };
}

function curveOf(desk: Bookable, day: LocalDate): Pick<ViewReply<"bookings">, "curve"> & Habit {
  const lead = Math.max(0, daysBetween(desk.today, day));
  const inHand = (day < desk.today ? desk.before : desk.after).days.get(day) ?? NOTHING;
  const habit = habitOf(desk, day);
  return {
    ...habit,
    curve: Array.from({ length: MOST_AHEAD + 1 }, (_, i) => {
      const at = MOST_AHEAD - i;
      return {
        lead: at,
        booked: at < lead ? null : inHand(at),
        usual: habit.days.length > 0 ? usualAt(habit.days, at) : null,
      };
    }),
  };
}

async function readSteps(store: Store, site: Site, day: LocalDate): Promise<ViewReply<"bookings">["steps"]> {
  const rows = await ask(store, bookingGroup, { site: site.id, day });
  return rows.map(({ made, tariff, places }) => ({
    day: made,
    lead: daysBetween(made, day),
    tariff,
    places,
  }));
}

/** Places of groups in hand: of a past day what its steps add up to. */
function groupsIn(steps: ViewReply<"bookings">["steps"], known: number, isComing: boolean): number {
  return isComing
    ? known
    : Math.max(
        0,
        steps.reduce((sum, { places }) => sum + places, 0),
      );
}
