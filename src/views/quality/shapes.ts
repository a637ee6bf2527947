/** The shape of each feed's days that are over: read once, as long as no record of them changes. */
import type { Site } from "../../domain/site.ts";
import { type DaySpan, type LocalDate, startOfDay } from "../../domain/time.ts";
import { ask } from "../../store/query.ts";
import type { ViewDeps } from "../deps.ts";
import { type StepShape, stepShape } from "./queries.ts";

/** @param today the running day, which is left out */
export async function readShapes(
  { store, territory: { zone }, memories }: ViewDeps,
  sites: readonly Site[],
  { from, to }: DaySpan,
  today: LocalDate,
): Promise<readonly StepShape[]> {
  const [end = today] = [to, today].sort();
  if (from >= end) return [];
  return memories.shapes(`${from} ${end}`, () =>
    ask(store, stepShape, {
      sites: sites.map(({ id }) => id),
      from: startOfDay(from, zone),
      to: startOfDay(end, zone),
      tz: zone,
    }),
  );
}
