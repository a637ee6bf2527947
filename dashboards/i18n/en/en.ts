/** English catalogue: the same keys as French. */
import type { Format } from "../format.ts";
import type { Catalog } from "../fr/fr.ts";
import { attendance } from "./attendance.ts";
import { calendar } from "./calendar.ts";
import { comparison } from "./comparison.ts";
import { outlook } from "./outlook.ts";
import { shell } from "./shell.ts";
import { site } from "./site.ts";
import { today } from "./today.ts";

export const english = (f: Format) =>
  ({
    shell: shell(f),
    today: today(f),
    attendance: attendance(f),
    calendar: calendar(f),
    comparison: comparison(f),
    outlook: outlook(f),
    site: site(f),
  }) satisfies Catalog;
