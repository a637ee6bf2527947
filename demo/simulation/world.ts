/** The one simulation behind all stand-ins: the same territory, seed and start give the same facts, whenever and
 *  in whichever order they are asked for. Days are drawn on demand and remembered. */
import type { Site, Territory } from "../../src/domain/site.ts";
import { addDays, type Instant, type LocalDate, localDate } from "../../src/domain/time.ts";
import { attendanceOf, type SiteDay } from "./attendance.ts";
import type { Action } from "./demand.ts";
import type { Order } from "./order.ts";
import { ordersOf } from "./orders.ts";
import type { Profile } from "./profile.ts";
import { profileOf } from "./profiles.ts";
import { type Slot, slotsOf } from "./slots.ts";
import { type Weather, weatherOf } from "./weather.ts";

export interface WorldOptions {
  readonly territory: Territory;
  readonly seed: string;
  /** First day of history; keep it from run to run, it must not slide. */
  readonly start: LocalDate;
  /** Days of history before the demonstration went live. */
  readonly days: number;
  /** What is tried out on the visitors. @default nothing */
  readonly actions?: readonly Action[];
}

export interface World extends WorldOptions {
  /** The day on which the demonstration was first started: `start` + `days`. */
  readonly live: LocalDate;
  /** Sites of the territory that the simulation knows. */
  readonly places: readonly Place[];
  readonly weather: (date: LocalDate) => Weather;
  /** The truth, for tests and score: what really happened (or will) at a site on a day.
   *  @throws RangeError for a site that is not simulated. */
  readonly truth: (site: string, date: LocalDate) => SiteDay;
  readonly place: (site: string) => Place | undefined;
  readonly today: (now: Instant) => LocalDate;
}

export interface Place {
  readonly site: Site;
  readonly profile: Profile;
  readonly day: (date: LocalDate) => SiteDay;
  /** Slots on sale; empty where nothing is sold by slot. */
  readonly slots: (date: LocalDate) => readonly Slot[];
  /** Orders whose visits stand on that day; drawn anew at each call. */
  readonly orders: (date: LocalDate) => readonly Order[];
}

export function createWorld(options: WorldOptions): World {
  const { territory, seed, actions = [] } = options;
  const weather = weatherOf(seed);
  const places = territory.sites.flatMap((site) => {
    const profile = profileOf(site.id);
    return profile ? [placeOf(territory, site, profile, seed, weather, actions)] : [];
  });
  const bySite = new Map(places.map((place) => [place.site.id, place]));
  return {
    ...options,
    live: addDays(options.start, options.days),
    places,
    weather,
    place: (site) => bySite.get(site),
    truth: (site, date) => {
      const place = bySite.get(site);
      if (!place) throw new RangeError(`invalid site: ${site} (the simulation does not know it)`);
      return place.day(date);
    },
    today: (now) => localDate(now, territory.zone),
  };
}

function placeOf(
  territory: Territory,
  site: Site,
  profile: Profile,
  seed: string,
  weather: (date: LocalDate) => Weather,
  actions: readonly Action[],
): Place {
  const day = remembered(attendanceOf(territory, site, profile, seed, weather, actions));
  const ticketing = profile.ticketing;
  const slots = remembered((date) => (ticketing ? slotsOf(day(date), ticketing) : []));
  return {
    site,
    profile,
    day,
    slots,
    orders: (date) => (ticketing ? ordersOf(day(date), { site, ticketing, seed, slots }) : []),
  };
}

function remembered<Value>(make: (date: LocalDate) => Value): (date: LocalDate) => Value {
  const known = new Map<LocalDate, Value>();
  return (date) => {
    let value = known.get(date);
    if (value === undefined) {
      value = make(date);
      known.set(date, value);
    }
    return value;
  };
}
