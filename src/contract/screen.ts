/** What the server hands to the page renderer: which screen, in which language, with which reply. */
import { z } from "zod";
import type { Attendance } from "./attendance.ts";
import type { Board } from "./board.ts";
import type { Bookings } from "./bookings.ts";
import type { Calendar } from "./calendar.ts";
import type { LocalizedText } from "./common.ts";
import type { Comparison } from "./comparison.ts";
import type { DocumentFacts, DocumentName } from "./documents.ts";
import type { Flows } from "./flows.ts";
import type { Logbook } from "./logbook.ts";
import type { Outlook } from "./outlook.ts";
import type { ProblemFault } from "./problem.ts";
import type { Quality } from "./quality.ts";
import type { QuietHours } from "./quiet-hours.ts";
import type { Staffing } from "./staffing.ts";
import type { Suppose } from "./suppose.ts";
import type { Tally } from "./tally.ts";
import type { Trust } from "./trust.ts";

export const LANGUAGES = ["fr", "en", "nl"] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** Facts every page shows around its answer. */
export interface Frame {
  readonly lang: Language;
  /** Path without language prefix and with query, such as `/frequentation?sites=tank-1917`; pages link from it. */
  readonly path: string;
  readonly office: LocalizedText;
  /** True when the data are simulated: every page says so. */
  readonly simulated: boolean;
  /** Sites for the menus. */
  readonly sites: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly version: string;
  /** File names of the built client script and style, with content hash, by entry. */
  readonly assets: {
    readonly style: string;
    readonly script: string;
    /** The territory's own colours; absent where it has none. */
    readonly theme?: string;
  };
  /** The territory's own colours as text, for documents that carry their style inside; absent where it has none. */
  readonly colours?: string;
}

/** One page to draw. `error`, `refused` and `not_found` carry what happened in words for a person. */
export type Screen =
  | { readonly kind: "today"; readonly board: Board }
  | { readonly kind: "site"; readonly board: Board; readonly site: string }
  | { readonly kind: "attendance"; readonly attendance: Attendance }
  | { readonly kind: "calendar"; readonly calendar: Calendar }
  | { readonly kind: "comparison"; readonly comparison: Comparison }
  | { readonly kind: "outlook"; readonly outlook: Outlook }
  | { readonly kind: "widget"; readonly quiet: QuietHours | null }
  | { readonly kind: "document"; readonly name: DocumentName; readonly facts: DocumentFacts }
  | { readonly kind: "flows"; readonly flows: Flows }
  | { readonly kind: "tally"; readonly tally: Tally }
  | { readonly kind: "suppose"; readonly suppose: Suppose }
  | { readonly kind: "trust"; readonly trust: Trust }
  | { readonly kind: "bookings"; readonly bookings: Bookings }
  | { readonly kind: "staffing"; readonly staffing: Staffing }
  | { readonly kind: "logbook"; readonly logbook: Logbook }
  | { readonly kind: "quality"; readonly quality: Quality }
  | { readonly kind: "starting"; readonly done: number; readonly total: number }
  | { readonly kind: "not_found" }
  | {
      /** What somebody sent was not taken: why, in the API's own words. */
      readonly kind: "refused";
      readonly detail: string;
      readonly errors: readonly ProblemFault[];
    }
  | { readonly kind: "error"; readonly id: string };

/** Draws a whole HTML document. Pure: same input, same bytes. */
export type RenderPage = (frame: Frame, screen: Screen) => string;

/** A chart as a file of its own. `style` is the text of its one style element, which a content policy may name. */
export interface Picture {
  readonly svg: string;
  readonly style: string;
}

/** Takes the n-th chart (from 1) out of a drawn page; null where there is none. `colours` are the territory's own by
 *  name, as `#rrggbb`; those left out stay. */
export type RenderPicture = (
  html: string,
  n: number,
  colours?: Readonly<Record<string, string | undefined>>,
) => Picture | null;
