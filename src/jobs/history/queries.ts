/** Typed faces of the queries of weather. Instants are epoch ms. */
import { z } from "zod";
import { Int, query } from "../../store/query.ts";

const numbers = z.array(z.number().int());
const span = { sites: z.array(z.string()), from: z.int(), to: z.int(), asOf: z.int() };
/** `site` is empty for weather of the whole territory. */
const issue = { site: z.string(), variable: z.string(), issued_at: Int, tenths: numbers };

export const weatherHour = query("weather_hour", z.object(span), z.object({ ...issue, hours: numbers }));

export const weatherDay = query(
  "weather_day",
  z.object({ ...span, tz: z.string() }),
  z.object({ ...issue, days: numbers }),
);
