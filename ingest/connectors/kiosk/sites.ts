/** Site of a kiosk, for feeds that hold the kiosks of several sites. */
import { ConfigError } from "../../../src/domain/errors.ts";
import type { FeedContext } from "../../connector.ts";

interface WithSites {
  /** Site by kiosk; absent: all stand at the feed's own. */
  readonly sites?: Readonly<Record<string, string>> | undefined;
}

/** Undefined for a kiosk that is not listed. @throws ConfigError naming every site that the territory does not have. */
export function siteFinder(feed: FeedContext<WithSites>): (kiosk: string) => string | undefined {
  const { sites } = feed.options;
  const wrong = Object.entries(sites ?? {}).filter(([, site]) => !feed.sites.has(site));
  if (wrong.length > 0) {
    throw new ConfigError(
      wrong.map(([kiosk, site]) => ({
        path: `options.sites[${kiosk}]`,
        value: site,
        remedy: "no site of this territory; add the site or correct its id",
      })),
    );
  }
  return (kiosk) => {
    if (!sites) return feed.site;
    return Object.hasOwn(sites, kiosk) ? sites[kiosk] : undefined;
  };
}
