/** Stream `bookings`: each booked unit as tickets of its slot and, once redeemed, as an admission. */
import { z } from "zod";
import type { Mapped } from "../../../src/domain/record.ts";
import { addDays, isLocalDate, localDate } from "../../../src/domain/time.ts";
import type { FeedContext, Page, PullContext, Stream } from "../../connector.ts";
import { digest } from "../digest.ts";
import { malformed } from "../pretix/parse-rows.ts";
import { octoApi } from "./api.ts";
import { type Catalogue, catalogueOf } from "./catalogue.ts";
import { chunksOf, daysOf, earlier, RESCANS } from "./days.ts";
import { mapBooking } from "./map.ts";
import type { OctoOptions } from "./options.ts";
import { Booking } from "./rows.ts";

const FIRST_READ_DAYS = 365;

/** Bookings of all visits before this day have been read. */
const Through = z.object({ v: z.literal(1), through: z.string().refine(isLocalDate) });

export function bookingsStream(feed: FeedContext<OctoOptions>): Stream {
  return {
    name: "bookings",
    movable: true,
    windowed: false,
    rescans: RESCANS,
    pull: (context) => pull(feed, context),
  };
}

async function* pull(
  { options, site, zone }: FeedContext<OctoOptions>,
  context: PullContext,
): AsyncGenerator<Page> {
  const { now, from } = context;
  const api = octoApi(options, context.http);
  const catalogue = catalogueOf(await api.products(), options, zone);
  const parsed = Through.safeParse(context.cursor);
  const known = parsed.success ? parsed.data.through : undefined;
  const today = localDate(now, zone);
  const days = daysOf(parsed.success ? context : { ...context, cursor: null }, zone);
  const first = options.since ?? addDays(today, -FIRST_READ_DAYS);
  const start = known ?? (from === undefined ? first : days.first);
  let through = known;
  for (const chunk of chunksOf({ ...days, first: earlier(start, days.first) })) {
    const rows = mapRows(await api.bookings(chunk), catalogue, { site, now });
    const reached = earlier(addDays(chunk.last, 1), today);
    if (through === undefined || reached > through) through = reached;
    yield { rows, token: digest(rows), cursor: { v: 1, through } };
  }
  yield { rows: [], token: digest([now]), observedTo: Math.min(now, context.until) };
}

function mapRows(
  rows: readonly unknown[],
  catalogue: Catalogue,
  sense: { readonly site: string; readonly now: number },
): Mapped[] {
  return rows.flatMap((raw, index) => {
    const parsed = Booking.safeParse(raw);
    return parsed.success
      ? mapBooking(parsed.data, catalogue, sense)
      : [malformed(parsed.error, `bookings row ${index + 1}`)];
  });
}
