/** Small troubles that are sure to be there on the day of the first start, and come back now and then, so that
 *  the pages always have a silent counter and an estimated hour to show. They depend on the stored start, never
 *  on the moment of looking. */
import { addDays, HOUR, type LocalDate, MINUTE, QUARTER, type Span } from "../../src/domain/time.ts";
import { dayStart } from "./local-days.ts";
import { draw } from "./random.ts";
import type { World } from "./world.ts";

/** Share of later days on which a story comes back. */
const AGAIN = 0.2;

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
