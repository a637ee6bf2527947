/** State of the data behind a reply: the newest fact used, the share measured, and the id of the total. */

import type { z } from "zod";
import type { Provenance, SiteFigures } from "../contract/common.ts";
import type { Site, Territory } from "../domain/site.ts";
import { type Instant, toIso } from "../domain/time.ts";
import type { VisitContext } from "../visits/context.ts";
import { knownUntilNow } from "../visits/running.ts";
import type { ViewDeps } from "./deps.ts";
import { figureId } from "./figure.ts";

export interface ProvenanceParts {
  readonly resource: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly version: string;
  readonly context: VisitContext;
  readonly sites: readonly Site[];
  readonly coverage: number | null;
  /** End of the span asked for: nothing newer was used. */
  readonly until?: Instant;
}

/** The fields that every reply with figures carries. */
export function provenance(parts: ProvenanceParts): z.output<typeof Provenance> {
  const { resource, query, version, context, coverage } = parts;
  const at = newestFact(context, parts.sites, parts.until ?? context.now);
  const { zone, id } = context.territory;
  return {
    as_of: at === null ? null : toIso(at),
    coverage: coverage === null ? null : Math.round(coverage * 10_000) / 10_000,
    figure: figureId({ resource, query: { ...query, territory: id }, version, at: at ?? context.now, zone }),
  };
}

/** What a reply about one site begins with. */
export function aboutSite(
  { id, name, municipality }: Site,
  { zone }: Pick<Territory, "zone">,
  now: Instant,
): Omit<z.output<typeof SiteFigures>, keyof z.output<typeof Provenance>> {
  return { now: toIso(now), zone, site: id, name, municipality: municipality ?? "" };
}

/** Until when the furthest of the sites' sources has spoken (tills by their watermark: what is sold for later is no
 *  news), not later than now and `until`; null when none ever has. */
export function newestFact(context: VisitContext, sites: readonly Site[], until: Instant): Instant | null {
  const ends = sites.flatMap((site) =>
    context.sourcesOf(site).flatMap((source) => knownUntilNow(site, source, context) ?? []),
  );
  return ends.length > 0 ? Math.min(until, Math.max(...ends)) : null;
}

/** Context and state of the data, read beside whatever else a view asks the store. */
export async function begin(
  deps: ViewDeps,
  now: Instant,
): Promise<{ readonly context: VisitContext; readonly version: string }> {
  const [context, version] = await Promise.all([deps.context(now), deps.version()]);
  return { context, version };
}
