/** Stream `observed`: the weather that came, from the archive: the last issue about an hour, made days after it. The
 *  archive lags by about five days, leaves days out for weeks and fills them in later, so it is read again. */
import { z } from "zod";
import { dayFinder, HOUR, isLocalDate, localDate } from "../../../src/domain/time.ts";
import type { Cursor, Page, PullContext, Stream } from "../../connector.ts";
import { readHourly } from "./api.ts";
import { archiveIssues } from "./issues.ts";
import { mapHourly } from "./map.ts";
import type { OpenMeteoOptions } from "./options.ts";
import { pageOf } from "./page-of.ts";
import { chunksOf, datesOf, firstDay, type Place, within } from "./spans.ts";

const DAY_MS = 24 * HOUR;

/** `through`: day of the newest value; the rest of it may have been missing. */
const Through = z.object({ v: z.literal(1), through: z.string().refine(isLocalDate) });

export function observedStream(options: OpenMeteoOptions, place: Place): Stream {
  return {
    name: "observed",
    movable: false,
    windowed: false,
    rescans: [
      { everyMs: DAY_MS, backMs: 15 * DAY_MS },
      { everyMs: 30 * DAY_MS, backMs: 60 * DAY_MS },
    ],
    pull: (context) => pull(options, place, context),
  };
}

async function* pull(
  options: OpenMeteoOptions,
  { site, zone }: Place,
  { cursor, from, now, http }: PullContext,
): AsyncGenerator<Page> {
  const parsed = Through.safeParse(cursor);
  let through = parsed.success ? parsed.data.through : undefined;
  const asked = from === undefined ? undefined : localDate(from, zone);
  const next = through ?? asked ?? firstDay(options, zone, now);
  const first = asked !== undefined && asked < next ? asked : next;
  const today = localDate(now, zone);
  const dayOf = dayFinder(zone);
  const issuedOf = archiveIssues(zone);
  // TRICKY: east of Greenwich today is tomorrow in UTC for some hours, which the archive refuses.
  const latest = localDate(now, "UTC");
  for (const chunk of chunksOf(first, today)) {
    const hourly = await readHourly(options, http, "archive-api", datesOf(chunk, latest));
    const inChunk = within(chunk, zone);
    const rows = mapHourly(hourly, {
      site,
      now,
      issuedOf: (valid) => (inChunk(valid) ? issuedOf(valid) : undefined),
    });
    for (const row of rows) {
      if (row.kind !== "record") continue;
      const day = dayOf(row.record.at);
      if (through === undefined || day > through) through = day;
    }
    const reached: Cursor | undefined = through === undefined ? undefined : { v: 1, through };
    yield pageOf(rows, reached);
  }
}
