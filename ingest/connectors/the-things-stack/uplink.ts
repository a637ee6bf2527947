/** One uplink of the storage API → the device's numbers and their time. Allow-list: ids, times, numbers by name; a
 *  picture, a position or anything else in it is dropped here. Empty fields are omitted by the stack: absent is 0. */
import { z } from "zod";
import type { Instant } from "../../../src/domain/time.ts";
import { parseWall } from "../../format/dates.ts";
import { decodeMilesight, type Numbers } from "./milesight.ts";

export interface Uplink {
  readonly device: string;
  /** When the stack received it. */
  readonly receivedAt: Instant;
  /** The same as text, to the nanosecond: where the next page begins. */
  readonly received: string;
  /** By session and frame counter: the same uplink read twice has the same. */
  readonly id: string;
  readonly numbers: Numbers;
}

const UplinkMessage = z.object({
  session_key_id: z.string().default(""),
  f_cnt: z.number().default(0),
  frm_payload: z.string().max(1024).default(""),
  decoded_payload: z.record(z.string(), z.unknown()).optional(),
  received_at: z.string().default(""),
});

const Message = z.object({
  end_device_ids: z.object({ device_id: z.string(), dev_eui: z.string().default("") }),
  received_at: z.string().default(""),
  simulated: z.boolean().default(false),
  uplink_message: UplinkMessage.optional(),
});

/** A simulated uplink, or one without a message, has no numbers. @returns null for another shape. */
export function readUplink(value: unknown): Uplink | null {
  const parsed = Message.safeParse(value);
  if (!parsed.success) return null;
  const { end_device_ids: ids, received_at: outer, simulated, uplink_message: message } = parsed.data;
  const received = [outer, message?.received_at ?? ""].find((text) => !Number.isNaN(instantOf(text)));
  if (received === undefined) return null;
  return {
    device: ids.device_id,
    receivedAt: instantOf(received),
    received,
    id: idOf(ids, message, received),
    numbers: simulated || !message ? { values: {}, history: [] } : numbersOf(message),
  };
}

/** The frame counter begins again with each session; without a session the time tells uplinks apart. */
function idOf(
  ids: z.output<typeof Message>["end_device_ids"],
  message: z.output<typeof UplinkMessage> | undefined,
  received: string,
): string {
  const session = message?.session_key_id ?? "";
  return [ids.dev_eui || ids.device_id, session, session ? (message?.f_cnt ?? 0) : received].join("/");
}

function numbersOf(message: z.output<typeof UplinkMessage>): Numbers {
  return message.decoded_payload
    ? namedNumbers(message.decoded_payload)
    : decodeMilesight(Buffer.from(message.frm_payload, "base64"));
}

/** NaN for no time, and for year 1, by which the stack says "absent". */
function instantOf(text: string): Instant {
  const { wall, offset } = parseWall(text);
  return offset === undefined ? Number.NaN : wall - offset;
}

const NAME = /^(?:(?:line_[1-4]_|people_)?(?:total|period)_(?:in|out)|people_(?:in|out)|timestamp)$/;
const MAX_HISTORY = 200;

function namedNumbers(payload: Readonly<Record<string, unknown>>): Numbers {
  const { history } = payload;
  const rows = Array.isArray(history) ? history.slice(0, MAX_HISTORY) : [];
  return { values: pick(payload), history: rows.map(pick) };
}

function pick(value: unknown): Record<string, number> {
  const picked: Record<string, number> = {};
  if (typeof value !== "object" || value === null) return picked;
  for (const [name, number] of Object.entries(value)) {
    if (NAME.test(name) && Number.isSafeInteger(number) && number >= 0) picked[name] = number;
  }
  return picked;
}
