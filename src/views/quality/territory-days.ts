/** Days of a feed of the whole territory (weather, calendar), which owes news at all times: by its runs. Pure. */
import type { FeedDay } from "../../contract/quality.ts";
import { type DaySpan, daysIn, type LocalDate } from "../../domain/time.ts";

interface RunDay {
  readonly feed: string;
  readonly day: LocalDate;
  readonly done: number;
}

/** A day on which a run ended well is `ok`; before the first run nothing was due. Days to come are left out. */
export function territoryDays(
  feed: string,
  span: DaySpan,
  runs: readonly RunDay[],
  today: LocalDate,
): FeedDay[] {
  const own = runs.filter((run) => run.feed === feed);
  const [first] = own.map(({ day }) => day).sort();
  const done = new Set(own.filter((run) => run.done > 0).map(({ day }) => day));
  return daysIn(span)
    .filter((day) => day <= today)
    .map((day) => ({
      feed,
      site: null,
      day,
      state:
        first === undefined || day < first
          ? "rest"
          : done.has(day)
            ? "ok"
            : day === today
              ? "due"
              : "missing",
      observed: null,
      people: null,
      sign: null,
    }));
}
