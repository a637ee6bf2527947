/** Stream `slots`: the places that each dated slot offers, as they are now (a snapshot of today and later). */
import { z } from "zod";
import type { Mapped } from "../../../src/domain/record.ts";
import { HOUR, type Instant, toIso } from "../../../src/domain/time.ts";
import type { Cursor, Page, PullContext, Stream } from "../../connector.ts";
import { digest } from "../digest.ts";
import { pretixApi } from "./api.ts";
import { mapSlot, placesOf } from "./map.ts";
import type { PretixOptions } from "./options.ts";
import { QuotaRow } from "./rows.ts";
import { readSlots } from "./slot-times.ts";

const DAY_MS = 24 * HOUR;
/** Slots this far ahead belong to the snapshot. */
const AHEAD_MS = 800 * DAY_MS;

/** A snapshot younger than this is good enough: pretix lists quotas only as a whole, past slots included. */
const FRESH_MS = HOUR;
const Taken = z.object({ v: z.literal(1), taken: z.iso.datetime({ offset: true }) });

/** A slot can be moved or taken away. */
export function slotsStream(options: PretixOptions, site: string): Stream {
  return {
    name: "slots",
    movable: true,
    windowed: true,
    rescans: [],
    pull: (context) => pull(options, site, context),
  };
}

async function* pull(options: PretixOptions, site: string, context: PullContext): AsyncGenerator<Page> {
  const { now } = context;
  if (context.from === undefined && now - takenAt(context.cursor) < FRESH_MS) return;
  const api = pretixApi(options, context.http, now);
  const since = context.from ?? (context.cursor === null ? null : now - DAY_MS);
  const quotas = new Map<number, QuotaRow[]>();
  for await (const page of api.list("quotas/", { ordering: "id" })) {
    for (const raw of page.rows) {
      const quota = QuotaRow.safeParse(raw);
      if (!quota.success || quota.data.subevent === null) continue;
      const { subevent } = quota.data;
      quotas.set(subevent, [...(quotas.get(subevent) ?? []), quota.data]);
    }
  }
  const slots = await readSlots(api, since);
  const rows = slots.map((slot): Mapped => mapSlot(slot, placesOf(quotas.get(slot.id) ?? []), site, now));
  yield {
    rows,
    token: digest(rows),
    cursor: { v: 1, taken: toIso(now) },
    ...(context.cursor === null ? {} : withdrawGone(now, slots.length)),
  };
}

function takenAt(cursor: Cursor | null): Instant {
  const parsed = Taken.safeParse(cursor);
  return parsed.success ? Date.parse(parsed.data.taken) : Number.NEGATIVE_INFINITY;
}

/** Slots that the snapshot no longer holds were taken away. The span begins after the day that the list is cut at,
 *  so that a long slot which began before is not taken for gone. Of an empty list a person must say that it is so. */
function withdrawGone(now: Instant, listed: number): Pick<Page, "replaces"> {
  return { replaces: { from: now, to: now + AHEAD_MS, maxLoss: listed > 0 ? 1 : 0.5 } };
}
