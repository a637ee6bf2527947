/** One pull of a subscription: takes what the broker kept and what comes meanwhile, until nothing does or the time is
 *  over; a message is acknowledged when its page is stored. */
import { setTimeout } from "node:timers/promises";
import type { Mapped } from "../../../src/domain/record.ts";
import type { Cursor, Page } from "../../connector.ts";
import type { Delivery, MqttVisit } from "../../transport/mqtt.ts";
import { digest } from "../digest.ts";

export interface DrainOptions {
  readonly idleMs: number;
  readonly longestMs: number;
  /** Kept with each page: that the session has been there. */
  readonly cursor: Cursor;
  readonly map: (delivery: Delivery, position: string) => readonly Mapped[];
}

/** Messages in a page at most. */
const PAGE = 500;
/** Time that a first message waits for others, ms. */
const GATHER_MS = 100;
/** Longest wait for the store at the end of a pull, ms: above what writing tries when the store is away. */
const STORED_MS = 30_000;

export async function* drain(
  visit: MqttVisit,
  options: DrainOptions,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  const end = performance.now() + options.longestMs;
  let messages = 0;
  let unstored = 0;
  let heard = () => undefined as undefined;
  for (let left = options.longestMs; left > 0; left = end - performance.now()) {
    const waits = { max: PAGE, idleMs: Math.min(options.idleMs, left), gatherMs: GATHER_MS };
    const taken = await visit.take(waits);
    if (taken.length === 0) {
      // The broker may be waiting for acknowledgements before it sends more.
      if (unstored === 0) break;
      continue;
    }
    const rows = taken.flatMap((delivery) => {
      messages += 1;
      return options.map(delivery, `message ${messages}`);
    });
    unstored += 1;
    yield {
      rows,
      token: digest(taken.map(({ topic, payload }) => [topic, Buffer.from(payload).toString("base64")])),
      cursor: options.cursor,
      stored: () => {
        for (const { ack } of taken) ack();
        unstored -= 1;
        if (unstored === 0) heard();
      },
    };
  }
  if (unstored === 0) return;
  const stored = new Promise<void>((resolve) => {
    heard = () => void resolve();
  });
  await Promise.race([stored, setTimeout(STORED_MS, undefined, { signal, ref: false })]);
}
