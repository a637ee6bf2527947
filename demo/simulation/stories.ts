/** Small troubles that are sure to be there on the day of the first start, and come back now and then, so that
 *  the pages always have a silent counter, an estimated hour and a stuck sensor to show. They depend on the stored start, never
 *  on the moment of looking. */
import { addDays, HOUR, type LocalDate, MINUTE, QUARTER, type Span } from "../../src/domain/time.ts";
import { dayStart } from "./local-days.ts";
import { draw } from "./random.ts";
import type { World } from "./world.ts";

/** Share of later days on which a story comes back. */
const AGAIN = 0.2;

/** Days before the first start by which the sensor had stuck. */
const STUCK_DAYS_BEFORE = 9;
/** Closed days in a row that are looked through. */
const MOST_CLOSED = 7;

function told(world: World, date: LocalDate, story: string): boolean {
  if (date < addDays(world.live, -2)) return false;
  return date === world.live || draw(`${world.seed}/${story}/${date}`) < AGAIN;
}

/** Shortly after opening the counter goes silent; what it holds arrives in the night. Null on other days. */
export function silenceStory(world: World, date: LocalDate, spans: readonly Span[]): Span | null {
  const first = spans[0];
  if (!first || !told(world, date, "silence")) return null;
  const night = dayStart(addDays(date, 1), world.territory.zone) + 2 * HOUR + 10 * MINUTE;
  return { from: first.from + 2 * QUARTER, to: night };
}

/** Ninety minutes, from half an hour after opening, are lost for good. Null on other days. */
export function gapStory(world: World, date: LocalDate, spans: readonly Span[]): Span | null {
  const first = spans[0];
  if (!first || !told(world, date, "gap")) return null;
  return { from: first.from + 2 * QUARTER, to: Math.min(first.to, first.from + 8 * QUARTER) };
}

/** A week or two before the first start the sensor repeats one value from an hour after opening on, for three hours,
 *  and nobody corrects it. Null on other days. @param spansOn opening spans of a day */
export function stuckStory(
  world: World,
  date: LocalDate,
  spansOn: (date: LocalDate) => readonly Span[],
): Span | null {
  const [first] = spansOn(date);
  if (!first) return null;
  // The last open day by then, however long the site was closed before it.
  for (let day = addDays(world.live, -STUCK_DAYS_BEFORE); day > date; day = addDays(day, -1)) {
    if (day > addDays(date, MOST_CLOSED) || spansOn(day).length > 0) return null;
  }
  if (date > addDays(world.live, -STUCK_DAYS_BEFORE)) return null;
  return { from: first.from + 4 * QUARTER, to: Math.min(first.to, first.from + 16 * QUARTER) };
}
