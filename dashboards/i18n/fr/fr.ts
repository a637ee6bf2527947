/** French, the language the other catalogues are measured by. */
import type { Format } from "../format.ts";
import { attendance } from "./attendance.ts";
import { logbook } from "./logbook.ts";
import { outlook } from "./outlook.ts";
import { quality } from "./quality.ts";
import { shell } from "./shell.ts";
import { today } from "./today.ts";

export const french = (f: Format) => ({
  shell: shell(f),
  today: today(f),
  attendance: attendance(f),
  outlook: outlook(f),
  logbook: logbook(f),
  quality: quality(f),
});
export type Catalog = ReturnType<typeof french>;
