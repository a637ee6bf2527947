/** What is known of one day: how each feed's runs went, what was set aside, and the readings of the chosen feed. */
import type { ViewReply } from "../../api/views.ts";
import type { Site } from "../../domain/site.ts";
import { daySpan, type LocalDate, toIso } from "../../domain/time.ts";
import { ask } from "../../store/query.ts";
import { readQuarters } from "../../visits/quarters.ts";
import type { ViewDeps } from "../deps.ts";
import { rejectedCount } from "../queries.ts";
import { feedRunDay } from "./queries.ts";
import { runDaysOf } from "./runs.ts";

/** @param feed null = no readings, and what arrived from all feeds */
export async function selectedDay(
  { store, territory }: ViewDeps,
  day: LocalDate,
  feed: string | null,
  sites: readonly Site[],
): Promise<ViewReply<"quality">["selected"]> {
  const span = daySpan(day, territory.zone);
  const [arrivals, rejected, readings] = await Promise.all([
    ask(store, feedRunDay, { ...span, tz: territory.zone }),
    ask(store, rejectedCount, span),
    feed === null ? null : readQuarters(store, sites, span),
  ]);
  const isAsked = (row: { readonly feed: string }) => feed === null || row.feed === feed;
  return {
    day,
    feed,
    arrivals: runDaysOf(arrivals)
      .filter(isAsked)
      .map(({ day: _day, rejected_rows, ...row }) => ({ ...row, rejected: rejected_rows })),
    rejected: rejected.filter(isAsked).map(({ rejected_rows, ...row }) => ({ ...row, count: rejected_rows })),
    readings: [...(readings ?? [])].flatMap(([site, rows]) =>
      rows.filter(isAsked).map(({ start, measure, minutes, value }) => ({
        site,
        start: toIso(start),
        measure,
        minutes,
        people: value,
      })),
    ),
  };
}
