/** The territory's Eco-Counter feeds as counters of the simulation: how each hands in, and which story it tells. */
import type { Feed, Territory } from "../../src/domain/site.ts";
import type { CounterSetup } from "./counter.ts";

/** A counter with its number at the supplier. */
interface EcoSetup extends CounterSetup {
  readonly number: number;
}

/** Le Labo's counter sends every half hour what it knew two hours before; the others follow within minutes. */
const SLOW = { everyMinutes: 30, lagMinutes: 110 };
const QUICK = { everyMinutes: 15, lagMinutes: 3 };

/** Counters of every feed whose options name a site number at the supplier. */
export function ecoSetups({ feeds }: Territory): EcoSetup[] {
  return feeds.flatMap((feed) => {
    const number = numberOf(feed);
    if (feed.connector !== "eco-counter" || feed.site === null || number === null) return [];
    const slow = feed.site.includes("labo");
    // Told where the counter is the source of the visits; elsewhere tickets would hide it.
    const story = feed.site.includes("chapelle") ? "silent" : slow ? "gap" : "none";
    return [{ id: feed.id, site: feed.site, number, habit: slow ? SLOW : QUICK, story }];
  });
}

function numberOf({ options }: Feed): number | null {
  const number = Number(options.counter ?? options.site);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}
