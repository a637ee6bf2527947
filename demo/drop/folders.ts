/** Which files to leave for which feed of the territory: its kind says what, its path says where. */
import { basename, dirname } from "node:path";
import type { Feed } from "../../src/domain/site.ts";
import type { LocalDate } from "../../src/domain/time.ts";
import type { World } from "../simulation/world.ts";
import { doorSheets } from "./door.ts";
import { kioskSheets } from "./kiosk.ts";
import type { Sheet } from "./sheet.ts";
import { tallySheets } from "./tally.ts";
import { tillSheets } from "./till.ts";

/** The logger hands in every quarter hour; its file is left in the morning. */
const LOGGER = { everyMinutes: 15, lagMinutes: 1 };

/** Sheets for every file feed, up to and including a day. Feeds of unknown sites have none. */
export function sheetsFor(world: World, last: LocalDate): Sheet[] {
  return world.territory.feeds.flatMap((feed) => sheetsOf(world, feed, last));
}

function sheetsOf(world: World, feed: Feed, last: LocalDate): Sheet[] {
  const { path } = feed.options;
  const place = feed.site === null ? undefined : world.place(feed.site);
  if (!place || typeof path !== "string") return [];
  const folder = basename(dirname(path));
  switch (feed.kind) {
    case "counter": {
      const setup = { id: feed.id, site: place.site.id, habit: LOGGER, story: "none" as const };
      return doorSheets(world, place, setup, folder, last);
    }
    case "ticketing":
      return tillSheets(world, place, folder, last);
    case "manual":
      return tallySheets(world, place, folder, last);
    case "kiosk":
      return kioskSheets(world, place, folder, last);
    default:
      return [];
  }
}
