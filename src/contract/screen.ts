/** What the server hands to the page renderer: which screen, in which language, with which reply. */
import { z } from "zod";
import type { Attendance } from "./attendance.ts";
import type { Board } from "./board.ts";
import type { LocalizedText } from "./common.ts";
import type { DocumentFacts, DocumentName } from "./documents.ts";
import type { Outlook } from "./outlook.ts";
import type { ProblemFault } from "./problem.ts";
import type { QuietHours } from "./quiet-hours.ts";

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
  readonly assets: { readonly style: string; readonly script: string };
}

/** One page to draw. `error`, `refused` and `not_found` carry what happened in words for a person. */
export type Screen =
  | { readonly kind: "today"; readonly board: Board }
  | { readonly kind: "attendance"; readonly attendance: Attendance }
  | { readonly kind: "outlook"; readonly outlook: Outlook }
  | { readonly kind: "widget"; readonly quiet: QuietHours | null }
  | { readonly kind: "document"; readonly name: DocumentName; readonly facts: DocumentFacts }
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
