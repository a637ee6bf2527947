/** OCTO: availability and bookings of a supplier of tickets. Traps and choices in NOTES.md. */
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import { addDays, localDate } from "../../../src/domain/time.ts";
import { type CheckResult, defineConnector, type FeedContext, type PullContext } from "../../connector.ts";
import { octoApi } from "./api.ts";
import { availabilityStream } from "./availability.ts";
import { bookingsStream } from "./bookings.ts";
import { catalogueOf } from "./catalogue.ts";
import { type OctoOptions, octoOptions } from "./options.ts";
import { readSlots } from "./readings.ts";

const CHECKED_DAYS = 7;

export const octoConnector = defineConnector({
  type: "octo",
  options: octoOptions,
  open: (feed) => ({
    streams:
      feed.options.sales === "bookings"
        ? [availabilityStream(feed), bookingsStream(feed)]
        : [availabilityStream(feed)],
    check: (context) => check(feed, context),
  }),
});

/** Says how many of the coming slots tell a number: without it, availability counts nobody. */
async function check(
  { options, zone }: FeedContext<OctoOptions>,
  { http, now }: PullContext,
): Promise<CheckResult> {
  try {
    const api = octoApi(options, http);
    const { offers } = catalogueOf(await api.products(), options, zone);
    const [offer] = offers;
    if (!offer)
      return { ok: false, problem: "no product of this site", remedy: "correct products of this feed" };
    const today = localDate(now, zone);
    const days = { first: today, last: addDays(today, CHECKED_DAYS) };
    const rejected: Mapped[] = [];
    const rows = await api.availability(offer.product, offer.option, days);
    const slots = readSlots(rows, offer, now, rejected);
    const told = slots.filter(({ sold }) => sold !== null).length;
    const detail = `${offers.length} options on offer; of the first, ${told} of ${slots.length} slots within a week tell how many are taken`;
    if (told > 0 || slots.length === 0 || options.sales === "bookings") return { ok: true, detail };
    return { ok: false, problem: detail, remedy: "ask the supplier for numbers, or use sales: bookings" };
  } catch (error) {
    if (!(error instanceof FeedUnavailable) && !(error instanceof FeedChanged)) throw error;
    return { ok: false, problem: error.message, remedy: "check url and token of this feed" };
  }
}
