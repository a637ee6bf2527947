/** Stream `forecasts`: what was said of the hours ahead, issue by issue. The newest forecast is kept twice a day; the
 *  time before the first pull, and any during which nobody pulled, is filled from what the service keeps of earlier
 *  forecasts. */
import { z } from "zod";
import {
  addDays,
  HOUR,
  isLocalDate,
  type LocalDate,
  localDate,
  toIso,
  type Zone,
} from "../../../src/domain/time.ts";
import type { Page, PullContext, Stream } from "../../connector.ts";
import { readHourly } from "./api.ts";
import { runIssues } from "./issues.ts";
import { mapHourly } from "./map.ts";
import type { OpenMeteoOptions } from "./options.ts";
import { pageOf } from "./page-of.ts";
import { chunksOf, datesOf, firstDay, type Place, within } from "./spans.ts";

/** Least time between two issues that are kept. */
const BETWEEN_MS = 12 * HOUR;
/** Longer than this without an issue is a gap to be filled. */
const GAP_MS = 36 * HOUR;
/** Earlier forecasts that the service keeps of each hour. */
const DAYS_BEFORE = [1, 2, 3, 4, 5, 6, 7];
const Known = z.object({
  v: z.literal(1),
  /** Earlier forecasts of the days before have been read. */
  through: z.string().refine(isLocalDate),
  /** Newest issue that was kept; null while the past is being read. */
  issued: z.iso.datetime().nullable(),
});
type Known = z.output<typeof Known>;

export function forecastsStream(options: OpenMeteoOptions, place: Place): Stream {
  return {
    name: "forecasts",
    movable: false,
    windowed: false,
    rescans: [],
    pull: (context) => pull(options, place, context),
  };
}

async function* pull(options: OpenMeteoOptions, place: Place, context: PullContext): AsyncGenerator<Page> {
  const { now, until } = context;
  const parsed = Known.safeParse(context.cursor);
  const known = parsed.success ? parsed.data : null;
  const last = known?.issued ? Date.parse(known.issued) : Number.NEGATIVE_INFINITY;
  const first = fillFrom(options, place.zone, context, known, now - last > GAP_MS);
  if (first !== undefined) yield* fill(options, place, context, first, known);
  if (until >= now && now - last >= BETWEEN_MS) yield await newest(options, place, context);
}

/** First day whose earlier forecasts are to be read; undefined when none are. */
function fillFrom(
  options: OpenMeteoOptions,
  zone: Zone,
  { now, from }: PullContext,
  known: Known | null,
  gap: boolean,
): LocalDate | undefined {
  const asked = from === undefined ? undefined : localDate(from, zone);
  if (!known) return asked ?? firstDay(options, zone, now);
  if (!gap) return asked;
  return asked !== undefined && asked < known.through ? asked : known.through;
}

/** Earlier forecasts of the days from `first` on, and of those ahead as far as they had been told by then. */
async function* fill(
  options: OpenMeteoOptions,
  { site, zone }: Place,
  { now, http }: PullContext,
  first: LocalDate,
  known: Known | null,
): AsyncGenerator<Page> {
  const today = localDate(now, zone);
  const issuedOf = runIssues(zone, now);
  for (const chunk of chunksOf(first, addDays(today, DAYS_BEFORE.length))) {
    const dates = datesOf(chunk, addDays(today, DAYS_BEFORE.length));
    const hourly = await readHourly(options, http, "previous-runs-api", dates, DAYS_BEFORE);
    const inChunk = within(chunk, zone);
    const rows = mapHourly(hourly, {
      site,
      now,
      issuedOf: (valid, daysBefore) => (inChunk(valid) ? issuedOf(valid, daysBefore) : undefined),
    });
    const [, end] = chunk;
    const [through = end] = [end, today].sort();
    // A service that tells nothing is asked again; what a re-reading finds does not set the place back.
    const stays = rows.length === 0 || (known !== null && known.through > through);
    yield pageOf(rows, stays ? undefined : { v: 1, through, issued: known?.issued ?? null });
  }
}

/** The forecast as it stands, for whole days of UTC: today and the seven that follow. */
async function newest(
  options: OpenMeteoOptions,
  { site, zone }: Place,
  { now, http }: PullContext,
): Promise<Page> {
  const hourly = await readHourly(options, http, "api", { forecast_days: "8" });
  const rows = mapHourly(hourly, { site, now, issuedOf: () => now });
  if (rows.length === 0) return pageOf(rows, undefined);
  return pageOf(rows, { v: 1, through: localDate(now, zone), issued: toIso(now) });
}
