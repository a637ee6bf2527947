/** Scans at the door, with what scanners do: work offline for a day and deliver in the evening or next morning,
 *  take a scan back when the turnstile did not turn, refuse a ticket that was scanned already. */
import { HOUR, type Instant, MINUTE } from "../../src/domain/time.ts";
import type { SiteDay } from "./attendance.ts";
import type { Scan } from "./order.ts";
import type { Ticketing } from "./profile.ts";
import { integer, type Random } from "./random.ts";

export interface Door {
  /** When a scan made at an instant reaches the server. */
  readonly uploadedOn: (at: Instant) => Instant;
}

/** The door of one day: online, or offline with its scans delivered after closing or the next morning. */
export function doorOf(r: Random, day: SiteDay, ticketing: Ticketing): Door {
  const offline = r() < ticketing.offlineDays;
  const nextMorning = r() < 0.4;
  const closing = day.spans.at(-1)?.to;
  if (!offline || closing === undefined) return { uploadedOn: (at) => at + 900 + (at % 4_000) };
  const delivered = closing + (nextMorning ? 15 * HOUR : 20 * MINUTE);
  return { uploadedOn: (at) => Math.max(delivered, at) + (at % 45_000) };
}

/** Scans of the first `people` positions of an order that arrives at an instant. */
export function scanned(r: Random, door: Door, people: number, arrive: Instant): Scan[] {
  const scans: Scan[] = [];
  for (let position = 0; position < people; position++) {
    const at = arrive + 20_000 + position * 3_100 + integer(r, 0, 2_000);
    const scan = (when: Instant, extra: Partial<Scan> = {}): Scan => ({
      position,
      at: when,
      uploadedOn: door.uploadedOn(when),
      annulledOn: null,
      automatic: false,
      refused: null,
      ...extra,
    });
    const u = r();
    if (u < 0.01) {
      const wait = integer(r, 20_000, 12 * MINUTE);
      scans.push(scan(at, { annulledOn: door.uploadedOn(at) + wait }), scan(at + wait + 30_000));
    } else if (u < 0.02) {
      scans.push(scan(at), scan(at + 6_000, { refused: "already_redeemed" }));
    } else {
      scans.push(scan(at));
    }
  }
  return scans;
}
