/** French, the language the other catalogues are measured by. */
import type { Format } from "../format.ts";
import { attendance } from "./attendance.ts";
import { bookings } from "./bookings.ts";
import { outlook } from "./outlook.ts";
import { shell } from "./shell.ts";
import { staffing } from "./staffing.ts";
import { today } from "./today.ts";

export const french = (f: Format) => ({
  shell: shell(f),
  today: today(f),
  attendance: attendance(f),
  outlook: outlook(f),
  bookings: bookings(f),
  staffing: staffing(f),
});
export type Catalog = ReturnType<typeof french>;
