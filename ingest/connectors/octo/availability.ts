/** Stream `availability`: places of each slot and, where they count visits, how many have been taken. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import { localDate, startOfDay } from "../../../src/domain/time.ts";
import type { FeedContext, Page, PullContext, Stream } from "../../connector.ts";
import { digest } from "../digest.ts";
import { type Days, octoApi } from "./api.ts";
import { catalogueOf } from "./catalogue.ts";
import { chunksOf, daysOf, RESCANS } from "./days.ts";
import { changesOf, MAX_SLOTS, type State, stateOf } from "./gauge.ts";
import type { OctoOptions } from "./options.ts";
import { type Reading, readSlots } from "./readings.ts";

/** Fewer slots than this may all go: a share of them says nothing. */
const FEW = 10;

export function availabilityStream(feed: FeedContext<OctoOptions>): Stream {
  return {
    name: "availability",
    // A start may move with the opening hours.
    movable: true,
    windowed: false,
    rescans: RESCANS,
    pull: (context) => pull(feed, context),
  };
}

async function* pull(feed: FeedContext<OctoOptions>, context: PullContext): AsyncGenerator<Page> {
  const { now } = context;
  const { site, zone, options } = feed;
  const before = stateOf(context.cursor);
  // Slots are sold ahead: nothing before today is asked for.
  const days = { first: localDate(now, zone), last: daysOf(context, zone).last };
  const { readings, rejected } = await readAll(feed, context, days);
  if (readings.size > MAX_SLOTS)
    throw new FeedChanged(`invalid reply: more than ${MAX_SLOTS} slots (name this site's under products)`);
  // What could not be read may be any of those that seem to be gone.
  const gone = rejected.length > 0 || !before ? [] : goneOf(before, readings, days, context, feed);
  const countsSales = options.sales === "availability";
  const { rows, after, intent } = changesOf(before, readings, gone, { site, now, countsSales });
  // Kept before anything is written: see gauge.ts. `stored` makes it a write of its own.
  if (Object.keys(intent.pending).length > 0)
    yield { rows: [], token: digest([intent]), cursor: intent, stored: () => undefined };
  const told =
    readings.size > 0 && [...readings.values()].every(({ sold, at }) => sold !== null || at <= now);
  yield {
    rows: [...rejected, ...rows],
    token: digest([...rows, after]),
    cursor: after,
    ...(countsSales && told && rejected.length === 0 ? { observedTo: Math.min(now, context.until) } : {}),
  };
}

async function readAll(
  { options, zone }: FeedContext<OctoOptions>,
  { http, now }: PullContext,
  days: Days,
): Promise<{ readonly readings: ReadonlyMap<string, Reading>; readonly rejected: readonly Mapped[] }> {
  const api = octoApi(options, http);
  const { offers } = catalogueOf(await api.products(), options, zone);
  const readings = new Map<string, Reading>();
  const rejected: Mapped[] = [];
  for (const offer of offers) {
    for (const chunk of chunksOf(days)) {
      const rows = await api.availability(offer.product, offer.option, chunk);
      for (const reading of readSlots(rows, offer, now, rejected)) readings.set(reading.slot, reading);
    }
  }
  return { readings, rejected };
}

/** Slots still to come that a whole scan of their days did not find.
 *  @throws FeedChanged when there are too many to be believed */
function goneOf(
  { slots }: State,
  readings: ReadonlyMap<string, Reading>,
  { last }: Days,
  { now }: PullContext,
  { zone, options }: FeedContext<OctoOptions>,
): string[] {
  // A day less than was asked for: a product's own zone may end its days earlier.
  const until = startOfDay(last, zone);
  const asked = Object.entries(slots).filter(([, [, , at, offered]]) => offered && at > now && at < until);
  const gone = asked.filter(([slot]) => !readings.has(slot)).map(([slot]) => slot);
  if (gone.length >= FEW && gone.length > options.max_loss * asked.length)
    throw new FeedChanged(
      `held back: ${gone.length} of ${asked.length} slots are no longer offered (right? pull once with max_loss: 1)`,
    );
  return gone;
}
