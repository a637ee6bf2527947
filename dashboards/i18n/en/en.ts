/** English catalogue: the same keys as French. */
import type { Format } from "../format.ts";
import type { Catalog } from "../fr/fr.ts";
import { attendance } from "./attendance.ts";
import { bookings } from "./bookings.ts";
import { calendar } from "./calendar.ts";
import { comparison } from "./comparison.ts";
import { documents } from "./documents.ts";
import { flows } from "./flows.ts";
import { logbook } from "./logbook.ts";
import { mail } from "./mail.ts";
import { outlook } from "./outlook.ts";
import { quality } from "./quality.ts";
import { shell } from "./shell.ts";
import { site } from "./site.ts";
import { staffing } from "./staffing.ts";
import { suppose } from "./suppose.ts";
import { tally } from "./tally.ts";
import { today } from "./today.ts";
import { trust } from "./trust.ts";
import { widget } from "./widget.ts";

export const english = (f: Format) =>
  ({
    shell: shell(f),
    today: today(f),
    attendance: attendance(f),
    flows: flows(f),
    calendar: calendar(f),
    comparison: comparison(f),
    outlook: outlook(f),
    mail: mail(f),
    widget: widget(),
    documents: documents(f),
    site: site(f),
    tally: tally(f),
    suppose: suppose(f),
    trust: trust(f),
    bookings: bookings(f),
    staffing: staffing(f),
    logbook: logbook(f),
    quality: quality(f),
  }) satisfies Catalog;
