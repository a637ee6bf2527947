/** English catalogue: the same keys as French. */
import type { Format } from "../format.ts";
import type { Catalog } from "../fr/fr.ts";
import { attendance } from "./attendance.ts";
import { logbook } from "./logbook.ts";
import { outlook } from "./outlook.ts";
import { quality } from "./quality.ts";
import { shell } from "./shell.ts";
import { today } from "./today.ts";

export const english = (f: Format) =>
  ({
    shell: shell(f),
    today: today(f),
    attendance: attendance(f),
    outlook: outlook(f),
    logbook: logbook(f),
    quality: quality(f),
  }) satisfies Catalog;
