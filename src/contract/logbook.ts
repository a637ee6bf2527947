/** GET /logbook: the screen "Journal et calendrier" as data: what was on, what was written down, what was corrected and
 *  what was unusual, with what of it forecasts take into account. */
import { z } from "zod";
import { ANNOTATION_KINDS } from "../domain/annotation.ts";
import { AnnotationRow } from "./annotations.ts";
import { At, Day, LocalizedText, Provenance, SiteList } from "./common.ts";
import { EffectAnswer } from "./effects.ts";
import { defineRoute } from "./route.ts";
import { UnusualDay } from "./unusual.ts";

/** What people write down, then what the calendar and the data say by themselves. */
export const LOG_KINDS = [...ANNOTATION_KINDS, "holiday", "break", "correction", "unusual"] as const;
export const LogKind = z.enum(LOG_KINDS);
export type LogKind = z.infer<typeof LogKind>;

/** Comma-separated kinds; absent = all. */
const KindList = z
  .string()
  .refine((text) => kindsIn(text).length === text.split(",").length, {
    error: `one or more of ${LOG_KINDS.join(", ")}, separated by commas, are expected`,
  })
  .transform(kindsIn)
  .optional();

function kindsIn(text: string): LogKind[] {
  return text.split(",").flatMap((name) => LOG_KINDS.find((kind) => kind === name) ?? []);
}

export const LogbookRow = z.object({
  /** Unique in the reply; of what people wrote, the id of the annotation. */
  id: z.string(),
  kind: LogKind,
  /** Who says so: people, the territory's calendar and opening rules, or the data themselves. */
  origin: z.enum(["written", "calendar", "data"]),
  /** Null = every site. */
  site: z.string().nullable(),
  from: Day,
  /** Exclusive. */
  to: Day,
  /** Null where the numbers speak: corrections and unusual days; closures without a reason. */
  text: LocalizedText.nullable(),
  /** Forecasts made since take it into account. */
  in_model: z.boolean(),
  /** Of what people wrote; null otherwise. */
  written_at: At.nullable(),
  /** Null while it stands. */
  withdrawn_at: At.nullable(),
  /** Visits: of a correction before it, of an unusual day the median promised the day before; null otherwise. */
  before: z.number().nullable(),
  /** Visits as they stand, where `before` is given. */
  after: z.number().nullable(),
});
export type LogbookRow = z.infer<typeof LogbookRow>;

export const logbookRoute = defineRoute({
  path: "/logbook",
  summary:
    "What was on, written down, corrected or unusual on days of a period, oldest first, and what of it counts in forecasts; with `effect`, what an action did.",
  query: z.object({
    sites: SiteList,
    from: Day.optional(),
    /** Exclusive. */
    to: Day.optional(),
    /** Last day, inclusive: what the form of the page sends; used where `to` is absent. */
    last: Day.optional(),
    kind: KindList,
    effect: z.uuid().optional(),
  }),
  reply: Provenance.extend({
    now: At,
    zone: z.string(),
    from: Day,
    /** Exclusive. */
    to: Day,
    sites: z.array(z.object({ id: z.string(), name: LocalizedText, chosen: z.boolean() })),
    /** Kinds shown; all of them where none was asked for. */
    kinds: z.array(LogKind),
    rows: z.array(LogbookRow),
    /** The unusual days among the rows, newest first, with likely causes and what was written down about them. */
    unusual: z.array(UnusualDay),
    /** Site-days of the period held against their forecast. */
    judged: z.int(),
    /** Of the action asked for; `answer` null where it is about several sites and one has to be chosen. */
    effect: z
      .object({ action: AnnotationRow, site: z.string().nullable(), answer: EffectAnswer.nullable() })
      .nullable(),
  }),
  row: LogbookRow,
});
export type Logbook = z.infer<typeof logbookRoute.reply>;
