/** A territory as the rest of the code sees it: the territory file after checking, with durations in
 *  milliseconds, hours in minutes, texts in every language and the calendar and opening rules compiled. */
import type { Alert, Digest } from "./alert.ts";
import type { Calendar } from "./calendar.ts";
import type { Correction } from "./correction.ts";
import type { Language, Localized } from "./language.ts";
import type { Opening } from "./opening.ts";
import type { Publisher } from "./publisher.ts";
import type { Theme } from "./theme.ts";
import type { Zone } from "./time.ts";

export type { Localized } from "./language.ts";

/** What a feed reports. */
export type FeedKind = "ticketing" | "kiosk" | "counter" | "manual" | "weather" | "calendar";

/** Where a site's visits may come from. `tickets` = admissions where the till scans, else net tickets by slot. */
export type VisitSource = "tickets" | "admissions" | "counter" | "manual";

/** One source of visits; `calibration` is visits per unit of the source (1 = as counted). */
export interface CalibratedSource {
  readonly source: VisitSource;
  readonly calibration: number;
}

/** The declared source of truth and its stand-ins, in the order in which they step in. */
export interface VisitsRule extends CalibratedSource {
  readonly otherwise: readonly CalibratedSource[];
}

/** Who answers for sites; `publishes` is the owner's consent to open data. */
export interface Owner {
  readonly id: string;
  readonly name: Localized;
  readonly publishes: boolean;
}

export interface Site {
  readonly id: string;
  readonly name: Localized;
  /** Id of an {@link Owner}. */
  readonly owner: string;
  readonly municipality: string | null;
  readonly address: string | null;
  /** Degrees (WGS 84), null where nobody wrote it down. */
  readonly position: { readonly longitude: number; readonly latitude: number } | null;
  readonly zone: Zone;
  /** People inside at once, null where no limit is declared (a street). */
  readonly capacity: number | null;
  readonly opening: Opening;
  readonly visits: VisitsRule;
  /** Visits an hour that one person at the desk can receive, null where no desk is planned. */
  readonly desk: { readonly visitsPerPerson: number } | null;
  /** Spoken by those who receive visitors; null where nobody wrote it down. */
  readonly languages: readonly Language[] | null;
}

/** Lines of a territory's outline, degrees (WGS 84) as longitude, latitude. */
export type Outline = readonly (readonly (readonly [number, number])[])[];

/** One counting point of a feed, as the source names it, and the site whose people it counts. */
export interface Gate {
  readonly key: string;
  readonly site: string;
  readonly name: Localized;
}

export interface Feed {
  readonly id: string;
  /** Null for feeds of the whole territory (weather, calendar) or spread over sites by `gates`. */
  readonly site: string | null;
  readonly kind: FeedKind;
  readonly connector: string;
  readonly everyMs: number;
  /** Silence longer than this is stale. */
  readonly allowanceMs: number;
  /** False = nobody wrote it down: what the feed's own arrivals say goes before it. */
  readonly allowanceGiven: boolean;
  /** For so long after a day the source may still change it; until then its figures are provisional. */
  readonly settlesMs: number;
  /** Empty when the feed has one counting point, its site. */
  readonly gates: readonly Gate[];
  /** As written, with `${NAME}` replaced by its value: may hold secrets, never log it. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Rules for rows set aside, in the order in which they are tried. */
  readonly corrections: readonly Correction[];
}

/** Age in ms at which things go; null = never. Facts never do. */
export interface Retention {
  /** Rows set aside, by the pull that last delivered them. */
  readonly quarantineMs: number;
  /** Forecasts, by when they were issued. */
  readonly forecastsMs: number | null;
  /** Contents of facts that a newer version replaced, by when it did. */
  readonly revisionsMs: number | null;
}

export interface Territory {
  readonly id: string;
  readonly name: Localized;
  /** The tourist office, for the header; the territory's name when the file gives none. */
  readonly office: Localized;
  /** Main town, null when not given. */
  readonly place: Localized | null;
  readonly zone: Zone;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region: string | null;
  readonly department: string | null;
  readonly schoolZone: string | null;
  /** The territory's own colours; empty where it has none. */
  readonly theme: Theme;
  /** True when the data come from simulated sources: every page says so. */
  readonly simulated: boolean;
  readonly owners: readonly Owner[];
  readonly sites: readonly Site[];
  readonly feeds: readonly Feed[];
  readonly alerts: readonly Alert[];
  /** Null = no mail of the morning. */
  readonly digest: Digest | null;
  readonly publisher: Publisher;
  /** Origins whose pages may frame the widget and read what it shows; empty = this service's own alone. */
  readonly widgetOrigins: readonly string[];
  /** Holds the events too: `calendar.events`. */
  readonly calendar: Calendar;
  /** Drawn under schematic maps; null = none is given. */
  readonly outline: Outline | null;
  readonly retention: Retention;
  /** The file as named by the user, and the folder against which relative paths in feed options are read. */
  readonly file: string;
  readonly baseDir: string;
}
