/** The shape of each feed's days: of days that are over once, as long as no record of them changes. */
import type { Site } from "../../domain/site.ts";
import { type DaySpan, type LocalDate, startOfDay } from "../../domain/time.ts";
import { ask } from "../../store/query.ts";
import type { ViewDeps } from "../deps.ts";
import { type StepShape, stepShape } from "./queries.ts";

export async function readShapes(
  { store, territory: { zone }, memories }: ViewDeps,
  sites: readonly Site[],
  { from, to }: DaySpan,
  today: LocalDate,
): Promise<StepShape[]> {
  const ids = sites.map(({ id }) => id);
  const read = async (first: LocalDate, end: LocalDate) =>
    first < end
      ? ask(store, stepShape, {
          sites: ids,
          from: startOfDay(first, zone),
          to: startOfDay(end, zone),
          tz: zone,
        })
      : [];
  const [cut = today] = [to, today].sort();
  const [over, running] = await Promise.all([
    memories.shapes(`${from} ${cut}`, () => read(from, cut)),
    read(from < today ? today : from, to),
  ]);
  return [...over, ...running];
}
