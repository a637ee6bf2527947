/** Options of an Open-Meteo feed in the territory file: one place, and where the service is. */
import { z } from "zod";
import { isLocalDate } from "../../../src/domain/time.ts";

export const openMeteoOptions = z.strictObject({
  /** Longitude, latitude in degrees, as in the territory file. */
  position: z.tuple([
    z.number("a longitude is expected").min(-180).max(180),
    z.number("a latitude is expected").min(-90).max(90),
  ]),
  /** Address of the service; `{api}` becomes `api`, `archive-api` or `previous-runs-api`.
   *  @default Open-Meteo's own hosts, those for customers when there is a key */
  url: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+[^\s?#]*$/, "an address is expected, such as https://{api}.open-meteo.com")
    .optional(),
  /** Key of a paid plan; without it the service may be used for non-commercial purposes only. */
  key: z.string().min(1).optional(),
  /** First day to read. @default two years before the first pull */
  since: z.string().refine(isLocalDate, "a day (YYYY-MM-DD) is expected").optional(),
});
export type OpenMeteoOptions = z.output<typeof openMeteoOptions>;

/** The three services that are asked: forecasts, what came, and what was forecast 1 to 7 days before. */
export type Api = "api" | "archive-api" | "previous-runs-api";

/** Address of one of the services without a trailing slash. */
export function apiUrl({ url, key }: OpenMeteoOptions, api: Api): string {
  const base = url ?? `https://${key === undefined ? "" : "customer-"}{api}.open-meteo.com`;
  return base.replace("{api}", api).replace(/\/+$/, "");
}
