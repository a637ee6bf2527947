/** What a feature is. */
import type { Driver } from "../model.ts";
import type { Nature } from "./nature.ts";
import type { Outlook } from "./outlook.ts";
import type { Standpoint } from "./standpoint.ts";

/** One step of one site ahead of an origin. */
export interface Place {
  readonly stand: Standpoint;
  /** Day index and slot of the table. */
  readonly day: number;
  readonly slot: number;
  /** Steps from the origin, from 1. */
  readonly lead: number;
  /** Index of the step in `hope`. */
  readonly at: number;
  /** What all sites together have been doing. */
  readonly town: Town;
  /** What does not change with the origin. */
  readonly nature: Nature;
  /** Bookings and weather as known at the origin. */
  readonly outlook: Outlook;
}

/** All sites seen from one origin. NaN when not known. */
export interface Town {
  /** Log of seen over usual, mean over sites: last day, last week. */
  readonly day: number;
  readonly week: number;
  /** Log of observed over expected at a slot on past days of the same name, mean over sites. */
  readonly sameDay: (day: number, slot: number) => number;
}

/** A column of numbers that models learn from. */
export interface Column {
  readonly name: string;
  /** Why it should tell anything. */
  readonly why: string;
  /** Which driver it belongs to when a forecast is explained. */
  readonly kind: Driver["kind"];
  /** NaN = absent, never 0 in its stead. */
  readonly of: (place: Place) => number;
}
