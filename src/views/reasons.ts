/** What a forecast leans on, from the document kept with it: causes in people and similar past days. Pure. */
import { z } from "zod";
import type { Driver as DriverSchema } from "../contract/outlook.ts";
import type { Territory } from "../domain/site.ts";
import type { LocalDate } from "../domain/time.ts";
import { DayText } from "../store/query.ts";

export type Driver = z.output<typeof DriverSchema>;

/** The form of `Explanation` as the forecast job stores it. */
const Kept = z.array(
  z.object({
    date: DayText,
    drivers: z.array(z.object({ kind: z.string(), label: z.string().optional(), people: z.number() })),
    days: z.array(z.object({ date: DayText, weight: z.number(), value: z.number().nullable() })),
  }),
);

export interface Reasons {
  readonly drivers: readonly Driver[];
  readonly similar: readonly { readonly day: LocalDate; readonly visits: number; readonly weight: number }[];
}

const NONE: Reasons = { drivers: [], similar: [] };
/** Past days that are named. */
const SIMILAR = 5;

/** What a day and its site can be explained by. */
export interface Explainable {
  readonly day: LocalDate;
  readonly territory: Territory;
  /** The site takes bookings. */
  readonly booked: boolean;
}

/** Reasons for one day; nothing for a day the document does not hold, or for a document of another form. Small parts
 *  that trees give to causes which a day or a site does not have are told together, as the rest of the model. */
export function reasonsFor(document: string | undefined, { day, territory, booked }: Explainable): Reasons {
  const kept = Kept.safeParse(document === undefined ? [] : parsed(document));
  const found = kept.data?.find(({ date }) => date === day);
  if (!found) return NONE;
  const drivers = found.drivers.map((driver) => ({
    ...nameOf(driver.kind === "bookings" && !booked ? "rest" : driver.kind, driver.label, day, territory),
    people: driver.people,
  }));
  const rest = drivers.filter(({ kind }) => kind === "rest").reduce((sum, { people }) => sum + people, 0);
  return {
    drivers: [
      ...drivers.filter(({ kind }) => kind !== "rest"),
      ...(rest === 0 ? [] : [{ kind: "rest" as const, name: null, people: rest }]),
    ],
    similar: found.days
      .flatMap(({ date, weight, value }) => (value === null ? [] : [{ day: date, visits: value, weight }]))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, SIMILAR)
      .sort((a, b) => (a.day < b.day ? 1 : -1)),
  };
}

function nameOf(
  kind: string,
  label: string | undefined,
  day: LocalDate,
  { calendar }: Territory,
): Pick<Driver, "kind" | "name"> {
  const { holiday, school, bridge } = calendar.dayFacts(day);
  switch (kind) {
    case "ordinary":
    case "season":
    case "level":
    case "bookings":
    case "weather":
      return { kind, name: null };
    case "school":
      return school ? { kind, name: school.name } : { kind: "rest", name: null };
    case "special": {
      // The labels of the calendar: `event …`, `holiday …`, both joined by " + ", or the days around them.
      const event = calendar.events.find(({ id }) => label?.split(" + ").includes(`event ${id}`));
      if (event) return { kind: "event", name: event.name };
      if (label === undefined) return { kind: "rest", name: null };
      return bridge || !holiday ? { kind: "bridge", name: null } : { kind: "holiday", name: holiday.name };
    }
    default:
      return { kind: "rest", name: null };
  }
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    return [];
  }
}
