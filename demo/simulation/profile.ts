/** What kind of place each site of the Cambrésis is, for the simulation: how many come, when, and how they are
 *  counted. All volumes and shares are assumed; opening hours come from the territory file, never from here. */

export interface Profile {
  /** Part of the site's id by which the profile is found. */
  readonly match: string;
  /** Visits of an ordinary year at the level of 2025, groups included. */
  readonly annual: number;
  /** Share of the year's visits that come in booked groups, 0–1. */
  readonly groupShare: number;
  /** School classes come on weekdays of term, coaches in season; shares of the groups' number. */
  readonly schools: number;
  /** True when groups are received on weekdays on which the public is not. */
  readonly groupsWhenClosed: boolean;
  /** Relative attendance Monday first, and January first; only their proportions matter. */
  readonly weekday: readonly number[];
  readonly month: readonly number[];
  /** Factors on public holidays, own zone's school holidays, other zones', Belgian ones. */
  readonly publicHoliday: number;
  readonly schoolHoliday: number;
  readonly otherZones: number;
  readonly belgium: number;
  /** Log change of attendance per millimetre of rain and per degree above the season's usual. */
  readonly perRainMm: number;
  readonly perDegree: number;
  /** Time inside, minutes: mean of an individual party. */
  readonly dwellMinutes: number;
  /** Factors of the happenings of `events.ts` at this site. */
  readonly events: Readonly<Record<string, number>>;
  /** People who pass the door for something else (the library of Le Labo), per year. */
  readonly otherDoorUsers: number;
  /** How it sells tickets; null where the till is no ticketing system. */
  readonly ticketing: Ticketing | null;
}

export interface Ticketing {
  /** Share of individual visits bought online, 0–1. */
  readonly online: number;
  /** Minutes from one slot to the next; 0 = one slot per opening span. */
  readonly slotMinutes: number;
  /** Places per slot. */
  readonly capacity: number;
  /** Share of days on which the scanner works offline and delivers its scans later, 0–1. */
  readonly offlineDays: number;
}
