/** French, the language the other catalogues are measured by. */
import type { Format } from "../format.ts";
import { attendance } from "./attendance.ts";
import { outlook } from "./outlook.ts";
import { shell } from "./shell.ts";
import { suppose } from "./suppose.ts";
import { today } from "./today.ts";
import { trust } from "./trust.ts";

export const french = (f: Format) => ({
  shell: shell(f),
  today: today(f),
  attendance: attendance(f),
  outlook: outlook(f),
  suppose: suppose(f),
  trust: trust(f),
});
export type Catalog = ReturnType<typeof french>;
