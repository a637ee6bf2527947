/** Options of an `http-json` feed: one API described without code. Docs: NOTES.md, docs/feeds.md. */
import { z } from "zod";
import { isLocalDate } from "../../../src/domain/time.ts";
import { DST_POLICIES, NONEXISTENT_POLICIES } from "../../format/clock-changes.ts";
import { authOptions } from "./auth-options.ts";
import { checkAcross } from "./check-options.ts";
import { duration } from "./duration.ts";
import { expression, pathTemplate, templates } from "./fields.ts";
import { expandPreset } from "./presets.ts";

const name = z.string().regex(/^[a-z][\w-]*$/, "a plain name is expected");
const size = z.int().min(1).max(100_000);
const zone = z.string().refine(isZone, "a time zone is expected, such as Europe/Paris");

const request = z.strictObject({
  path: pathTemplate,
  method: z.enum(["GET", "POST"]).default("GET"),
  /** A parameter whose placeholder has no value is left out (`{{since…}}` on a first pull). */
  query: templates.default({}),
  headers: templates.default({}),
  /** Body as a form, or as JSON. */
  form: templates.optional(),
  json: z.record(z.string(), z.unknown()).optional(),
});

const pagination = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  /** Page numbers, until a page is shorter than `size`. `total`: rows in all, when the source says so: if it changes
   *  during the scan, the scan begins again. */
  z.strictObject({
    kind: z.literal("page"),
    param: z.string(),
    first: z.int().default(1),
    sizeParam: z.string().optional(),
    size,
    total: expression.optional(),
  }),
  /** `cap`: largest offset + size that the API answers; beyond it the window is split. */
  z.strictObject({
    kind: z.literal("offset"),
    param: z.string(),
    sizeParam: z.string().optional(),
    size,
    total: expression.optional(),
    cap: z.int().positive().optional(),
  }),
  /** A mark in the reply that asks for the next page; absent, null or empty = the last one. */
  z.strictObject({ kind: z.literal("cursor"), param: z.string(), next: expression }),
  /** The whole address of the next page in the reply. */
  z.strictObject({ kind: z.literal("next"), next: expression }),
  /** The same in the `Link` header, `rel="next"`. */
  z.strictObject({ kind: z.literal("link") }),
]);

const stream = z.strictObject({
  /** One request per row of another stream, which expressions see as `$as` and templates as `{{as.…}}`. */
  parent: z.strictObject({ stream: name, as: name }).optional(),
  request,
  pagination: pagination.default({ kind: "none" }),
  /** Asks for `{{window.from.…}}` to `{{window.to.…}}`, or by days: `{{window.first}}`, `.last`, `.after`. */
  window: z.strictObject({ days: z.int().min(1).max(3660) }).optional(),
  decoder: z.enum(["json", "jsonl", "csv"]).default("json"),
  /** Rows of the decoded reply: a list. */
  select: expression.default("$"),
  /** Key of a row's fact in its source; a fact may bring its own. */
  key: expression.optional(),
  /** Change time of a row, or a `number` that counts its revisions. @default the time of the pull */
  version: z
    .strictObject({
      field: expression,
      format: z.enum(["local", "iso", "unix", "ms", "number"]).default("local"),
    })
    .optional(),
  /** Row → one fact, several, or null for none. Absent: the stream only serves as a parent. */
  map: expression.optional(),
  /** `append`: facts never change. `upsert`: the newest version of a key counts. `replace-window`: also, what a
   *  complete scan of the window no longer delivers is withdrawn. `snapshot`: the same for the whole list. `gauge`:
   *  the last reading counts, nothing is withdrawn. */
  mode: z.enum(["append", "upsert", "replace-window", "snapshot", "gauge"]).default("upsert"),
  /** How far behind the last pull the next one begins. */
  lookback: duration.prefault("PT10M"),
  rescans: z.array(z.strictObject({ every: duration, back: duration })).default([]),
  /** `all`: a rescan asks without `{{since}}`, and what it no longer finds from `back` on is withdrawn. */
  rescan: z.enum(["since", "all"]).default("since"),
  /** Share of the facts in a window above which a withdrawal is held back for a person to look. */
  maxLoss: z.number().min(0).max(1).default(0.3),
  /** Share of rows set aside above which the source must have changed: the cursor stays, so that nothing is lost. */
  maxBad: z.number().min(0).max(1).default(0.5),
  /** Server's own time in the first page: `{{since}}` of the next pull. @default the reply's `Date` */
  clock: z
    .strictObject({ field: expression, format: z.enum(["local", "iso", "unix", "ms"]).default("local") })
    .optional(),
  /** First day that is asked for. @default everything; with a window, two years back */
  start: z.string().refine(isLocalDate, "a day (YYYY-MM-DD) is expected").optional(),
  /** The stream vouches for all up to its pull: an open hour without a fact is a zero. */
  vouches: z.boolean().default(false),
  zone: zone.optional(),
  /** Local times that the clock showed twice; `sequence` goes by the order of the rows. */
  dst: z.enum(DST_POLICIES).default("earlier"),
  nonexistent: z.enum(NONEXISTENT_POLICIES).default("reject"),
});
export type StreamOptions = z.output<typeof stream>;
export type Pagination = StreamOptions["pagination"];

const engine = z
  .strictObject({
    /** Address of the API without a trailing slash. */
    base: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
    auth: authOptions.default({ kind: "none" }),
    /** True for a reply that says 200 and means that the credentials are refused. */
    refused: expression.optional(),
    /** Requests are made one at a time; none of this applies to loopback. */
    limits: z
      .strictObject({
        minInterval: duration.optional(),
        perMinute: z.number().positive().optional(),
        burst: z.int().positive().default(1),
      })
      .prefault({}),
    zone: zone.optional(),
    /** Read by templates as `{{param.name}}` and by expressions as `$param.name`. */
    parameters: z.record(z.string(), z.unknown()).default({}),
    streams: z.record(name, stream),
    /** What the supplier is asked first by `beffroi check`. @default the first stream's request */
    check: name.optional(),
  })
  .superRefine(checkAcross);
export type EngineOptions = z.output<typeof engine>;

/** Either the whole description or `preset` with its parameters. */
export const httpJsonOptions = z.preprocess(expandPreset, engine);

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
