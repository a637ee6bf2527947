/** A feed may deliver only sites of its territory. */
import { ConfigError, type Fault } from "../../../src/domain/errors.ts";
import type { FeedContext } from "../../connector.ts";
import type { FileOptions } from "./schema.ts";

/** @throws ConfigError naming every site in `sites` and `gates` that the territory does not have. */
export function checkSites(feed: FeedContext<FileOptions>): void {
  const { sites = {}, gates = {} } = feed.options;
  const named = [
    ...Object.entries(sites).map(([name, site]) => ({ path: `sites[${name}]`, site })),
    ...Object.entries(gates).flatMap(([name, gate]) =>
      typeof gate === "string" ? [] : [{ path: `gates[${name}].site`, site: gate.site }],
    ),
  ];
  const faults = named
    .filter(({ site }) => !feed.sites.has(site))
    .map(
      ({ path, site }): Fault => ({
        path: `options.${path}`,
        value: site,
        remedy: "no site of this territory; add the site or correct its id",
      }),
    );
  if (faults.length > 0) throw new ConfigError(faults);
}
