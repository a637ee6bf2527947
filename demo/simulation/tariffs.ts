/** Who pays what, and where people come from. Prices of the Tank are public (6 €, 4 € for residents); the rest
 *  is assumed. */
import type { Tariff } from "../../src/domain/record.ts";
import { pick, type Random } from "./random.ts";

/** Price in cents including tax. */
export const PRICES: Readonly<Record<Tariff, number>> = {
  full: 600,
  reduced: 450,
  resident: 400,
  child: 300,
  free: 0,
  group: 450,
  school: 300,
  other: 600,
};

export interface Origin {
  readonly country: string;
  readonly postcode: string | null;
  readonly locale: string;
}

const COUNTRIES = { FR: 0.8, BE: 0.1, GB: 0.05, NL: 0.03, DE: 0.02 };
const LOCALES: Readonly<Record<string, string>> = { GB: "en", NL: "nl", DE: "de" };
const POSTCODES = {
  "59400": 0.3,
  "59267": 0.05,
  "59157": 0.05,
  "59000": 0.12,
  "59300": 0.08,
  "59500": 0.07,
  "62000": 0.09,
  "02100": 0.08,
  "80000": 0.06,
  "75011": 0.05,
  "51100": 0.03,
  "76000": 0.02,
};
const HERE = /^59(400|267|157)$/;

/** Where a party comes from, and in which language it buys. */
export function drawOrigin(r: Random): Origin {
  const country = pick(r, COUNTRIES);
  if (country !== "FR") {
    const locale = country === "BE" ? (r() < 0.55 ? "fr" : "nl") : (LOCALES[country] ?? "fr");
    return { country, postcode: null, locale };
  }
  return { country, postcode: pick(r, POSTCODES), locale: "fr" };
}

const FIRST = { full: 0.82, reduced: 0.1, free: 0.08 };
const OTHERS = { full: 0.48, child: 0.32, free: 0.12, reduced: 0.08 };

/** The tariff of one member of a party: the first is an adult, residents pay the residents' price. */
export function drawTariff(r: Random, member: number, { postcode }: Origin): Tariff {
  const choice = pick(r, member === 0 ? FIRST : OTHERS);
  return choice === "full" && postcode && HERE.test(postcode) ? "resident" : choice;
}
