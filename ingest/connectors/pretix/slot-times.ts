/** When the visit of a ticket is: the start of its slot, or of the event for tickets without one. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import { type Instant, toIso } from "../../../src/domain/time.ts";
import type { ApiPage, PretixApi } from "./api.ts";
import { EventRow, SlotRow } from "./rows.ts";

/** More unknown slots than this and the list is read instead of one by one. */
const FEW = 5;

export interface SlotTimes {
  /** Makes sure that these slots are known as far as the server knows them; null is "without a slot". */
  ensure(ids: Iterable<number | null | undefined>): Promise<void>;
  /** Start of the visit; undefined for a slot that the server does not know. */
  startOf(id: number | null | undefined): Instant | undefined;
}

/** @param since slots that ended before are not listed; they are asked for one by one if a ticket names them. */
export function slotTimes(api: PretixApi, since: Instant | null): SlotTimes {
  const known = new Map<number, Instant | undefined>();
  let event: Instant | undefined;
  let listed = false;

  return {
    async ensure(ids) {
      const missing = new Set<number>();
      for (const id of ids) {
        if (id === null || id === undefined) event ??= await eventStart(api);
        else if (!known.has(id)) missing.add(id);
      }
      if (missing.size > FEW && !listed) {
        listed = true;
        for (const slot of await readSlots(api, since)) {
          known.set(slot.id, slot.date_from);
          missing.delete(slot.id);
        }
      }
      for (const id of missing) {
        const slot = SlotRow.safeParse(await api.one(`subevents/${id}/`));
        known.set(id, slot.success ? slot.data.date_from : undefined);
      }
    },
    startOf: (id) => (id === null || id === undefined ? event : known.get(id)),
  };
}

/** Slots that end after `since`, all when null. Slots of another shape are left out. */
export async function readSlots(api: PretixApi, since: Instant | null): Promise<SlotRow[]> {
  const slots: SlotRow[] = [];
  const params = { ends_after: since === null ? undefined : toIso(since) };
  for await (const page of api.list("subevents/", params)) slots.push(...parsePage(page));
  return slots;
}

function parsePage(page: ApiPage): SlotRow[] {
  return page.rows.flatMap((raw) => {
    const slot = SlotRow.safeParse(raw);
    return slot.success ? [slot.data] : [];
  });
}

async function eventStart(api: PretixApi): Promise<Instant> {
  const event = EventRow.safeParse(await api.one(""));
  if (!event.success) throw new FeedChanged("invalid event: pretix's event has another shape");
  return event.data.date_from;
}
