/** Fields of the territory file about whom to tell: addresses, clock times, origins. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how the territory file names variables
import { z } from "zod";

export const ADDRESS_REMEDY = "expected mailto:… or https://…, or { address: …, lang: …, secret: ${NAME} }";

/** Whom to write to. */
export const address = z
  .string()
  .regex(/^(mailto:[^\s@,;<>"]+@[^\s@,;<>"]+$|https:\/\/|\$\{)/, ADDRESS_REMEDY);

/** Never in the file itself. */
export const secret = z
  .string()
  .regex(/^\$\{[^}]+\}$/, "expected ${NAME}, a variable of the environment")
  .describe("Key under which posts to https://… are signed.");

export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Minutes after midnight of `07:30`. */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** Hours of the wall clock that may go over midnight. */
export const wrappingHours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, "expected HH:MM-HH:MM, such as 21:00-07:00")
  .refine((value) => value.slice(0, 5) !== value.slice(6), "begins and ends at the same minute")
  .describe("Nothing is sent in these hours; what is still true afterwards is sent then.");

/** Scheme, host and port of a page's address. Plain http on this machine alone. */
export const origin = z
  .string()
  .regex(
    /^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d+)?$/,
    "expected an origin such as https://www.example.org, without a path",
  );
