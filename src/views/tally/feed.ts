/** Which feed of a site takes hand counts, and which classes are told apart there. */
import { z } from "zod";
import { TARIFFS, type Tariff } from "../../domain/record.ts";
import type { Feed, Site, Territory } from "../../domain/site.ts";

/** The connector that is made for the page, and the stream of presses and hours within whichever feed takes them:
 *  beside the sheets that a file may bring. */
export const TALLY = "tally";

const Options = z.object({ tariffs: z.array(z.enum(TARIFFS)).default([]) });

/** The site's feed of kind manual, one that is made for the tally first; undefined = none is declared. One feed a site:
 *  two would count as two doors. */
export function tallyFeed({ feeds }: Territory, site: Pick<Site, "id">): Feed | undefined {
  const own = feeds.filter((feed) => feed.kind === "manual" && feed.site === site.id);
  return own.find(({ connector }) => connector === TALLY) ?? own[0];
}

/** Classes to tell apart; none where the feed is not made for the tally. */
export function tallyTariffs(feed: Feed | undefined): readonly Tariff[] {
  if (feed?.connector !== TALLY) return [];
  return Options.parse({ tariffs: feed.options.tariffs }).tariffs;
}

/** What hand counts are to the visits of a site. */
export function useOf({ visits }: Pick<Site, "visits">): "truth" | "stand_in" | "unused" {
  if (visits.source === "manual") return "truth";
  return visits.otherwise.some(({ source }) => source === "manual") ? "stand_in" : "unused";
}
