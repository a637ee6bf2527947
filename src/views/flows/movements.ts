/** Where visitors come from and where they were before, by whole quarter, small counts hidden. Pure but for the
 *  reading. */
import type { z } from "zod";
import type { Flows, FlowTable } from "../../contract/flows.ts";
import { quarterBefore, quarterDays, quarterOf } from "../../domain/quarter.ts";
import type { Site } from "../../domain/site.ts";
import { suppress } from "../../domain/suppress.ts";
import type { LocalDate } from "../../domain/time.ts";
import type { Store } from "../../store/connect.ts";
import { ask } from "../../store/query.ts";
import { movementSum } from "../../visits/queries.ts";

type Row = z.output<typeof movementSum.row>;

/** Fewest people of a count about where people come from.  SOURCE: CNIL-practice threshold for attributes of persons,
 *  as the office asked for. */
export const LEAST = 11;
/** Origins with a row of their own; the others stand together. */
const ORIGINS = 6;
const QUARTERS = 8;
export const OTHER = "other";

/** Quarters that are over, newest first: only whole ones, so that no two answers differ by a few days. */
export function quartersBefore(today: LocalDate): string[] {
  const out: string[] = [];
  for (let q = quarterBefore(quarterOf(today)); out.length < QUARTERS; q = quarterBefore(q)) out.push(q);
  return out;
}

/** @throws RangeError for a quarter that is not over, or further back than two years */
export async function readMovements(
  store: Store,
  sites: readonly Site[],
  today: LocalDate,
  asked: string | undefined,
): Promise<Flows["movements"]> {
  const quarters = quartersBefore(today);
  const quarter = asked ?? quarters[0] ?? "";
  if (!quarters.includes(quarter))
    throw new RangeError(`invalid quarter: ${quarter} (one of ${quarters.join(", ")} is expected)`);
  const span = quarterDays(quarter);
  const ids = sites.map(({ id }) => id);
  const rows = oneMeasure(await ask(store, movementSum, { sites: ids, ...span }));
  return { quarter, ...span, quarters, ...movementsOf(ids, rows) };
}

/** What a quarter's rows come to. */
export function movementsOf(
  sites: readonly string[],
  rows: readonly Row[],
): Pick<Flows["movements"], "least" | "tickets" | "told" | "origins" | "passes"> {
  const told = rows.filter(({ origin }) => origin !== "");
  const origins = tableOf(sites, told, ({ origin }) => origin, originNames(told));
  const before = rows.filter(({ site, came_from: from }) => sites.includes(from) && from !== site);
  const passes = tableOf(sites, before, ({ came_from: from }) => from, sites);
  return {
    least: LEAST,
    tickets: rows.reduce((sum, { people }) => sum + people, 0),
    told: origins === null ? 0 : origins.total,
    origins,
    passes,
  };
}

/** Tickets and scans of one till are the same people: a site's scans step in where it has no tickets. */
function oneMeasure(rows: readonly Row[]): Row[] {
  const sold = new Set(rows.filter(({ measure }) => measure === "tickets").map(({ site }) => site));
  return rows.filter(({ site, measure }) => (measure === "tickets") === sold.has(site));
}

/** Largest first; the rest under one name, last. */
function originNames(rows: readonly Row[]): string[] {
  const people = new Map<string, number>();
  for (const row of rows) people.set(row.origin, (people.get(row.origin) ?? 0) + row.people);
  const byNumber = [...people].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return byNumber.length > ORIGINS + 1 ? [...byNumber.slice(0, ORIGINS), OTHER] : byNumber;
}

/** Null without anybody. Sites that nobody is told to have come to, and names without anybody, are left out. */
function tableOf(
  sites: readonly string[],
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  names: readonly string[],
): FlowTable | null {
  const people = new Map<string, number>();
  for (const row of rows) {
    const key = `${names.includes(nameOf(row)) ? nameOf(row) : OTHER} ${row.site}`;
    people.set(key, (people.get(key) ?? 0) + row.people);
  }
  const count = (name: string, site: string) => people.get(`${name} ${site}`) ?? 0;
  const to = sites.filter((site) => names.some((name) => count(name, site) > 0));
  const from = names.filter((name) => to.some((site) => count(name, site) > 0));
  if (to.length === 0) return null;
  const { cells, rowTotals, columnTotals, total } = suppress(
    from.map((name) => to.map((site) => count(name, site))),
    LEAST,
  );
  return {
    from,
    to,
    cells: cells.map((row) => [...row]),
    from_totals: [...rowTotals],
    to_totals: [...columnTotals],
    total,
  };
}
