/** Fills a store with counts made by the engine itself, and recomputes the rollups as ingestion would. */
import type { Territory } from "../src/domain/site.ts";
import { addDays, startOfDay } from "../src/domain/time.ts";
import type { Store } from "../src/store/connect.ts";
import { createRecordSink } from "../src/store/record-sink.ts";
import { readTerritory } from "../src/territory/load.ts";

export interface Filling {
  readonly sites: number;
  readonly days: number;
  /** Readings a site and day: 96 fill each quarter hour once, 480 five times (five gates). */
  readonly perDay: number;
}

export const FIRST_DAY = "2022-01-01";

/** Stores sites × days × perDay readings of feed `doors`, then settles them. Returns how many. */
export async function fillRecords(store: Store, { sites, days, perDay }: Filling): Promise<number> {
  const count = sites * days * perDay;
  const chunk = 60;
  for (let day = 0; day < days; day += chunk) {
    const length = Math.min(chunk, days - day);
    await store.command(
      "fill",
      `insert into record (site, measure, at, key, feed, stream, minutes, value, known_at, version, deleted, run)
       select concat('site-', toString(number % {sites: UInt32})), 'entries',
         toDateTime64({first: Date}, 3, 'UTC') + 900 * intDiv(intDiv(number, {sites: UInt32}) * 96, {perDay: UInt32}),
         toString(number), 'doors', 'counts', 15, cityHash64(number) % 40, now64(3), 1, 0, 1
       from numbers({rows: UInt64})`,
      { sites, first: addDays(FIRST_DAY, day), perDay, rows: sites * length * perDay },
      { max_partitions_per_insert_block: 0 },
    );
  }
  await store.command(
    "fill_touched",
    `insert into touched (feed, site, day, done, stamp)
     select distinct 'doors', site, toDate(at), 0, 1 from record`,
  );
  await createRecordSink(store, "UTC", benchTerritory(sites).sites).settle(
    "doors",
    startOfDay(addDays(FIRST_DAY, days), "UTC"),
  );
  return count;
}

/** A territory of sites that are open from nine to six every day, counted by one feed. */
export function benchTerritory(sites: number): Territory {
  return readTerritory(benchTerritoryFile(sites), "bench.yaml", {});
}

/** The same as the text of its file. */
export function benchTerritoryFile(sites: number): string {
  const lines = Array.from(
    { length: sites },
    (_, i) =>
      `  - { id: site-${i}, name: { fr: "Site ${i}" }, owner: bench, municipality: Cambrai, opening: [ { hours: ["09:00-18:00"] } ], visits: { from: counter } }`,
  );
  const gates = Array.from({ length: sites }, (_, i) => `{ key: "${i}", site: site-${i} }`).join(", ");
  return `
territory: { id: bench, name: { fr: Banc }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: bench, name: Banc, publishes: true } ]
sites:
${lines.join("\n")}
feeds:
  - { id: doors, kind: counter, connector: file, every: PT1H, gates: [${gates}], options: {} }
`;
}
