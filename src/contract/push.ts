/** POST /feeds/{id}/records: where source systems send their records by themselves. Not an action like the others: it
 *  takes rows in three encodings, and its sender is a feed with a secret of its own, which reads nothing. */
import { z } from "zod";
import { PUSH_BYTES, PUSH_ROWS, type PushReply } from "../domain/push.ts";
import { CHANNELS, MEASURES, REJECTION_REASONS, TARIFFS } from "../domain/record.ts";

export const PUSH_PATH = "/feeds/{id}/records";

/** One row as JSON; the columns of CSV have the same names. Other fields are not read, and refused where they look
 *  personal. */
export const PushRecord = z.object({
  /** The source's own id of the fact: sent again it replaces what it said before. Never that of a person. */
  key: z.string(),
  /** @default the feed's site */
  site: z.string().optional(),
  /** @default the feed's measure */
  measure: z.enum(MEASURES).optional(),
  /** Start of the span counted, scan time, or start of the visit slot; with offset. */
  at: z.iso.datetime({ offset: true }),
  /** Length of the span counted; 0 = one instant. */
  minutes: z.int().min(0).max(1500).optional(),
  /** @default 1 at one instant */
  value: z.int().optional(),
  /** Orders what was said about a key. @default the time of arrival */
  changed_at: z.iso.datetime({ offset: true }).optional(),
  /** True = the fact no longer holds. */
  deleted: z.boolean().optional(),
  /** When it could first have been told. @default booked_on, else the end of the span */
  known_at: z.iso.datetime({ offset: true }).optional(),
  gate: z.string().optional(),
  tariff: z.enum(TARIFFS).optional(),
  channel: z.enum(CHANNELS).optional(),
  /** Postcode, département or ISO country; no more than département or country is kept. */
  origin: z.string().optional(),
  language: z.string().optional(),
  topic: z.string().optional(),
  /** Site at which the same pass was used before. */
  came_from: z.string().optional(),
  booked_on: z.iso.datetime({ offset: true }).optional(),
  amount_cents: z.int().optional(),
});

export const PushAnswer = z.object({
  feed: z.string(),
  /** Records of this batch that are stored now, those that were before among them. */
  stored: z.int(),
  /** Rows set aside, by reason. */
  rejected: z.partialRecord(z.enum(REJECTION_REASONS), z.int()),
  /** The first of them. */
  rejections: z.array(
    z.object({
      reason: z.enum(REJECTION_REASONS),
      position: z.string(),
      field: z.string().exactOptional(),
      detail: z.string(),
    }),
  ),
  /** Fields that nobody reads. */
  unread: z.array(z.string()),
}) satisfies z.ZodType<PushReply>;

const HEADERS = [
  [
    "Idempotency-Key",
    "Names the batch; without it its content does. Sent again within a week it is answered the same.",
  ],
  ["X-Beffroi-Timestamp", "Seconds since 1970, where the feed signs."],
  ["X-Beffroi-Signature", "sha256= and HMAC-SHA256 in hexadecimal over timestamp, full stop, body."],
] as const;

/** The route for /openapi.json. `answer` and `record` are references to the schemas. */
export function pushOperation(record: object, answer: object) {
  const text = { schema: { type: "string" } };
  return {
    operationId: "pushRecords",
    summary:
      `Stores what a source sends by itself: at most ${PUSH_ROWS} rows and ${PUSH_BYTES / 2 ** 20} MiB. Answered once ` +
      "it is stored. A batch with a field that looks personal is refused whole.",
    security: [{ feed: [] }, {}],
    parameters: [
      { name: "id", in: "path", required: true, schema: { type: "string" } },
      ...HEADERS.map(([name, description]) => ({
        name,
        in: "header",
        description,
        schema: { type: "string" },
      })),
    ],
    requestBody: {
      required: true,
      content: {
        "application/json": { schema: { type: "array", items: record, maxItems: PUSH_ROWS } },
        "application/x-ndjson": text,
        "text/csv": text,
      },
    },
    responses: {
      202: { description: "Stored.", content: { "application/json": { schema: answer } } },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}
