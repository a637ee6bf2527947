/** The pages that the law asks for, and the facts that they may state. */
import { z } from "zod";
import type { Publisher } from "../domain/publisher.ts";

/** In the footer's order; French first on screen, so in the address too. */
export const DOCUMENTS = {
  accessibility: "/accessibilite",
  ecodesign: "/ecoconception",
  legal: "/mentions",
  privacy: "/donnees-personnelles",
  sitemap: "/plan-du-site",
} as const;
export type DocumentName = keyof typeof DOCUMENTS;

/** Weights of this build: each screen full of data, as first visited. */
export const Measured = z.object({
  /** Day of the build. */
  day: z.iso.date(),
  /** Bytes of style, script and icon as sent. */
  files: z.number(),
  requests: z.int(),
  pages: z.array(
    z.object({
      path: z.string(),
      /** Bytes of the document as sent. */
      bytes: z.number(),
      elements: z.int(),
    }),
  ),
});
export type Measured = z.infer<typeof Measured>;

/** What the automatic accessibility checks found on this build. */
export const Checked = z.object({
  day: z.iso.date(),
  /** Version of axe-core. */
  axe: z.string(),
  screens: z.int(),
  /** Pages opened: screens, languages, widths and states. */
  pages: z.int(),
  violations: z.int(),
});
export type Checked = z.infer<typeof Checked>;

/** Null = nobody said it, or nobody measured it: the pages say so. */
export interface DocumentFacts {
  readonly publisher: Publisher;
  readonly measured: Measured | null;
  readonly checked: Checked | null;
}

/** Before anybody said or measured anything. */
export const NOTHING_KNOWN: DocumentFacts = {
  publisher: {
    name: null,
    address: null,
    phone: null,
    email: null,
    director: null,
    host: null,
    dataProtection: null,
  },
  measured: null,
  checked: null,
};

/** Limits that the tests hold every screen to. */
export const BUDGET = { kilobytes: 60, requests: 10, elements: 900, again: 10 } as const;
