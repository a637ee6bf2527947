/** Typed faces of the queries behind the issue of forecasts. Instants are epoch ms. */
import { z } from "zod";
import { Int, query } from "../store/query.ts";

const sites = z.array(z.string());
const span = { from: z.int(), to: z.int(), tz: z.string() };

export const forecastRunLast = query(
  "forecast_run_last",
  z.object({ asOf: z.int() }),
  z.object({
    site: z.string(),
    step: z.string(),
    measure: z.string(),
    model: z.string(),
    inputs: z.string(),
    chosen: z.string(),
    origin: Int,
  }),
);

export const factsStamp = query(
  "facts_stamp",
  z.object({ feeds: z.array(z.string()) }),
  z.object({ stamp: Int }),
);

export const measure1h = query(
  "measure_1h",
  z.object({ sites, measures: z.array(z.string()), ...span }),
  z.object({ site: z.string(), hour: Int, feed: z.string(), measure: z.string(), value: Int }),
);

/** `came` and `went` are the entries and exits of the hour's whole day; `quarters` were reported of the hour. */
export const inside1h = query(
  "inside_1h",
  z.object({ sites, ...span }),
  z.object({
    site: z.string(),
    hour: Int,
    inside: z.coerce.number(),
    quarters: Int,
    came: Int,
    went: Int,
  }),
);
