/** Dutch catalogue: the same keys as French. */
import type { Format } from "../format.ts";
import type { Catalog } from "../fr/fr.ts";
import { attendance } from "./attendance.ts";
import { bookings } from "./bookings.ts";
import { flows } from "./flows.ts";
import { outlook } from "./outlook.ts";
import { shell } from "./shell.ts";
import { site } from "./site.ts";
import { staffing } from "./staffing.ts";
import { suppose } from "./suppose.ts";
import { tally } from "./tally.ts";
import { today } from "./today.ts";
import { trust } from "./trust.ts";

export const dutch = (f: Format) =>
  ({
    shell: shell(f),
    today: today(f),
    attendance: attendance(f),
    flows: flows(f),
    outlook: outlook(f),
    site: site(f),
    tally: tally(f),
    suppose: suppose(f),
    trust: trust(f),
    bookings: bookings(f),
    staffing: staffing(f),
  }) satisfies Catalog;
