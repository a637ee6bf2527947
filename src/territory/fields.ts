/** Small pieces of the territory file's schema. Each message is the remedy that the user reads; nothing is
 *  transformed here, so that the same schema gives the JSON Schema for editors. */
import { z } from "zod";
import { durationMs } from "../domain/duration.ts";
import { isLocalDate } from "../domain/time.ts";

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "expected lower-case letters, digits and hyphens, such as tank-1917")
  .describe("Short lasting name: lower-case letters, digits, hyphens. Renaming it starts a new history.");

const words = z.string().trim().min(1, "expected some text");

/** One text for all languages, or a text by language; French is the fallback. */
export const text = z
  .union(
    [
      words,
      z
        .strictObject({ fr: words.optional(), en: words.optional(), nl: words.optional() })
        .refine((texts) => Object.keys(texts).length > 0),
    ],
    { error: "expected a text, or texts by language: { fr: …, en: …, nl: … }" },
  )
  .describe("A text, or texts by language (fr, en, nl); a missing language falls back to French.");

export const duration = z
  .string()
  .refine((value) => (durationMs(value) ?? 0) > 0, "expected a duration such as PT10M, PT1H or P1D")
  .describe("ISO 8601 duration of fixed length, such as PT10M, PT1H or P1D.");

/** `MM-DD` (29 February counts) or a real `YYYY-MM-DD`. */
function isDateOrAnniversary(value: string): boolean {
  return isLocalDate(/^\d{2}-\d{2}$/.test(value) ? `2024-${value}` : value);
}

const DATE_REMEDY = "expected a day that exists, as MM-DD (every year) or YYYY-MM-DD";

/** One day or several. */
export const days = z
  .union([z.string(), z.array(z.string()).min(1)], { error: DATE_REMEDY })
  .superRefine((value, context) => {
    for (const [i, one] of [value].flat().entries()) {
      if (isDateOrAnniversary(one)) continue;
      context.addIssue({ code: "custom", message: DATE_REMEDY, path: Array.isArray(value) ? [i] : [] });
    }
  })
  .describe("Days as MM-DD (every year) or YYYY-MM-DD.");

const SEASON_REMEDY =
  "expected first and last day, [MM-DD, MM-DD] or [YYYY-MM-DD, YYYY-MM-DD], or a list of such pairs";

/** One season or several: first and last day, both included; MM-DD seasons may wrap over New Year. */
export const seasons = z
  .union([z.array(z.string()), z.array(z.array(z.string()))], { error: SEASON_REMEDY })
  .superRefine((value, context) => {
    const pairs = seasonPairs(value);
    for (const { pair, path } of pairs) {
      const bad = pair.findIndex((one) => !isDateOrAnniversary(one));
      const [first = "", last = ""] = pair;
      if (pair.length !== 2 || first.length !== last.length) {
        context.addIssue({ code: "custom", message: SEASON_REMEDY, path });
      } else if (bad >= 0) {
        context.addIssue({ code: "custom", message: DATE_REMEDY, path: [...path, bad] });
      } else if (first.length > 5 && first > last) {
        context.addIssue({
          code: "custom",
          message: "the first day comes after the last one: swap them",
          path,
        });
      }
    }
    if (pairs.length === 0) context.addIssue({ code: "custom", message: SEASON_REMEDY });
  })
  .describe("Season(s) as [first day, last day], both included; MM-DD seasons may wrap over New Year.");

/** Every pair of a `between`, with its place inside it. */
export function seasonPairs(value: readonly (string | readonly string[])[]) {
  const nested = value.flatMap((pair, i) => (typeof pair === "string" ? [] : [{ pair, path: [i] }]));
  const flat = value.filter((one) => typeof one === "string");
  return flat.length > 0 ? [{ pair: flat, path: [] }, ...nested] : nested;
}

const HOURS = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
const HOURS_REMEDY = "expected HH:MM-HH:MM, the end after the start, such as 14:00-17:30 (24:00 = midnight)";

/** Minutes after midnight of `14:00-17:30`; undefined when the text is no such span. */
export function parseHours(value: string): { fromMinute: number; toMinute: number } | undefined {
  if (!HOURS.test(value)) return undefined;
  const [from = "", to = ""] = value.split("-");
  const span = { fromMinute: minutes(from), toMinute: minutes(to) };
  return span.fromMinute < span.toMinute ? span : undefined;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Opening hours of a day; neighbours may touch but not overlap. */
export const hours = z
  .array(z.string().refine((value) => parseHours(value) !== undefined, HOURS_REMEDY))
  .min(1, "expected at least one span of hours; a closed day is written closed: true")
  .superRefine((values, context) => {
    const spans = values.map(parseHours);
    for (const [i, span] of spans.entries()) {
      const clash = spans.slice(0, i).findIndex((other) => other && span && overlap(other, span));
      if (clash < 0) continue;
      const message = `overlaps ${values[clash]}: join the two or move one`;
      context.addIssue({ code: "custom", message, path: [i] });
    }
  })
  .describe("Spans of the wall clock such as 14:00-17:30; 00:00-24:00 = the whole day.");

function overlap(
  a: { fromMinute: number; toMinute: number },
  b: { fromMinute: number; toMinute: number },
): boolean {
  return a.fromMinute < b.toMinute && b.fromMinute < a.toMinute;
}
