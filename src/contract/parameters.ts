/** The parameters of a route, in its query or in its path, as OpenAPI wants them, from its query schema and one table of
 *  explanations. */
import { z } from "zod";
import type { Action } from "./action.ts";
import { plain } from "./components.ts";
import { pathNames } from "./path.ts";
import type { Route } from "./route.ts";

const EXPLAINED: Readonly<Record<string, string>> = {
  sites: "Site ids, separated by commas; absent = all sites.",
  site: "Site id.",
  id: "Id of what is meant.",
  name: "What people call it.",
  annotation: "Id of an annotation of kind action: its days.",
  event: "Id of an event of the calendar, or the text of one that was written down.",
  weather: "`rain`: wet days against dry ones.",
  kind: "What it is: see the values; where several may be asked for, separated by commas.",
  text: "In words; nothing about persons.",
  counts_in_model: "Forecasts take it into account from now on (event, closure, fault).",
  changes:
    "What is otherwise on which local day: `opening` with `hours` ([] = closed), `group` with `people`, `rain` (mm from " +
    "08:00 to 20:00) or `temperature` (°C of the warmest hour) with `value`, `event` with its id, or `free_entry`.",
  entries:
    "Presses: `id` (UUID), `at`, `count` (0–500), `tariff` where classes are told apart, `withdrawn` to take one back.",
  start: "Start of an hour of GET /tally.",
  tariff: "Tariff class; absent = not told apart.",
  count: "People.",
  from: "First day, inclusive.",
  to: "Last day, exclusive.",
  last: "Last day, inclusive; used where `to` is absent.",
  day: "Local day.",
  from_time: "Half-hour of the local clock, inclusive.",
  to_time: "Half-hour of the local clock, exclusive; 24:00 ends the day.",
  people: "How many; never who.",
  weeks: "How many weeks it holds for, the first among them.",
  step: "Width of a step.",
  effect: "Id of an annotation of kind action: what it did.",
  feed: "Feed id.",
  measure: "What is counted.",
  by: "`month` = one row per site, lead and month.",
  compare: "`comparable` adds the paired day of the year before (step P1D only).",
  quarter: "Whole quarter, such as 2026-Q3; absent = the newest that is over.",
  state: "Whether something was done about it.",
  row: "Name of a row that was set aside.",
  set: "What its fields are instead, by name.",
  drop: "Why it is no fact.",
  status: "What is decided.",
  reason: "Why it is dismissed.",
  lead: "Days ahead.",
  weekday: "Monday = 1 to Sunday = 7: only such days.",
  opens: "Otherwise open from this time on; `closes` belongs to it.",
  closes: "Otherwise open until this time.",
  closed: "`yes`: closed all day.",
  free: "`yes`: free entry.",
  group: "People in a group that books now.",
  rain: "mm from 08:00 to 20:00.",
  temperature: "°C of the warmest hour.",
  scenario: "Id of a scenario that was kept, instead of changes.",
  origin: "Local day on which a forecast was issued; where none was, the last before it.",
  issued_at: "Newest vintage issued at or before this instant; absent = the newest.",
  cursor: "`next` of the page before; absent = first page.",
  limit: "Rows a page. CSV and Arrow without `limit` and `cursor` give the whole answer.",
};

/** One field of a question, wherever it stands. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** One field of an address. */
export interface Parameter extends Field {
  readonly in: "query" | "path";
}

/** Encodings of a route besides JSON: those whose rows have a schema. */
export function formatsOf(route: Route): readonly ("json" | "csv" | "arrow")[] {
  return route.row ? ["json", "csv", "arrow"] : ["json"];
}

/** Names of the parameters a route takes, those of its path and `format` included. */
export function parameterNames(route: Route): string[] {
  return [...Object.keys(queryShape(route)), "format"];
}

/** Fields of the query schema; empty for a query that is no object. */
export function queryShape(route: Route): Readonly<Record<string, z.core.$ZodType>> {
  return route.query instanceof z.ZodObject ? route.query.shape : {};
}

export function parametersOf(route: Route): Parameter[] {
  const inPath = pathNames(route.path);
  const own = Object.entries(queryShape(route)).map(([name, field]) =>
    parameter(name, field, inPath.includes(name) ? "path" : "query"),
  );
  const format: Parameter = {
    name: "format",
    in: "query",
    required: false,
    description: "Encoding; goes before the Accept header.",
    schema: { type: "string", enum: formatsOf(route), default: "json" },
  };
  return [...own, format];
}

/** What the path of an action names. */
export function pathParametersOf({ path, input }: Action): Parameter[] {
  return pathNames(path).flatMap((name) => {
    const field = input.shape[name];
    return field ? [parameter(name, field, "path")] : [];
  });
}

/** Fields of an action's body. */
export function bodyFieldsOf({ path, input }: Action): Field[] {
  const inPath = pathNames(path);
  return Object.entries(input.shape)
    .filter(([name]) => !inPath.includes(name))
    .map(([name, field]) => fieldOf(name, field));
}

function parameter(name: string, field: z.core.$ZodType, place: "query" | "path"): Parameter {
  const { required, description, schema } = fieldOf(name, field);
  return { name, in: place, required, description, schema };
}

function fieldOf(name: string, field: z.core.$ZodType): Field {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(field, { io: "input", override: plain });
  const required = !z.safeParse(field, undefined).success;
  return { name, required, description: EXPLAINED[name] ?? "", schema };
}
