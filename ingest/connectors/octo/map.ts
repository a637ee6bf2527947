/** One booking → records. */
import type { Mapped, SourceRecord } from "../../../src/domain/record.ts";
import type { Instant } from "../../../src/domain/time.ts";
import type { Catalogue } from "./catalogue.ts";
import { spanOf } from "./readings.ts";
import type { Booking, UnitItem } from "./rows.ts";

export interface Sense {
  readonly site: string;
  /** Version of a booking that does not say when it changed. */
  readonly now: Instant;
}

const STANDS = new Set(["CONFIRMED", "REDEEMED"]);

/** A booking that is only held, or waits for an answer, is no sale yet; one that was cancelled, refused or has run out
 *  is none any more. Both are written as taken back, so the order of what is told does not matter. */
export function mapBooking(booking: Booking, catalogue: Catalogue, { site, now }: Sense): Mapped[] {
  const { productId, optionId } = booking;
  if (booking.testMode || !catalogue.isOurs(productId, optionId)) return [{ kind: "ignored" }];
  const version = booking.utcUpdatedAt ?? now;
  const bookedOn = booking.utcConfirmedAt ?? booking.utcCreatedAt;
  const visit = visitOf(booking, catalogue);
  return booking.unitItems.flatMap((item): Mapped[] => {
    const unit = catalogue.unitOf(productId, optionId, item);
    if (!unit) return [{ kind: "ignored" }];
    const sold = STANDS.has(booking.status) && STANDS.has(item.status);
    const used = sold ? redeemedAt(booking, item) : null;
    const base = { site, minutes: 0, value: unit.people, version, knownAt: bookedOn };
    const tariff = unit.tariff === undefined ? {} : { tariff: unit.tariff };
    const tickets: SourceRecord[] =
      // Without a date of visit there is no slot to count at.
      visit === undefined
        ? []
        : [
            {
              ...{
                ...base,
                ...tariff,
                measure: "tickets",
                key: item.uuid,
                at: visit,
                deleted: !sold,
                bookedOn,
              },
              ...amountOf(item),
            },
          ];
    const admission: SourceRecord = {
      ...{ ...base, ...tariff, measure: "admissions", key: `${item.uuid}/scan` },
      ...{ at: used ?? bookedOn, knownAt: used ?? bookedOn, deleted: used === null },
    };
    return [...tickets, admission].map((record) => ({ kind: "record", record }));
  });
}

/** Start of the slot booked. Many systems tell no more of it than its id, which then is its start. */
function visitOf(
  { availability, availabilityId, productId }: Booking,
  catalogue: Catalogue,
): Instant | undefined {
  const start = availability?.localDateTimeStart;
  if (start != null) {
    const { allDay, openingHours } = availability ?? {};
    return spanOf({ localDateTimeStart: start, allDay, openingHours }, catalogue.zoneOf(productId)).at;
  }
  const id = availability?.id ?? availabilityId ?? "";
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(id) ? Date.parse(id) : undefined;
}

function redeemedAt(booking: Booking, item: UnitItem): Instant | null {
  return item.utcRedeemedAt ?? (item.status === "REDEEMED" ? booking.utcRedeemedAt : null);
}

/** Prices are whole numbers of the currency's smallest part; other currencies are left out. */
function amountOf({ pricing }: UnitItem): Pick<SourceRecord, "amountCents"> {
  if (pricing?.currency !== "EUR") return {};
  return { amountCents: Math.round(pricing.retail * 10 ** (2 - pricing.currencyPrecision)) };
}
