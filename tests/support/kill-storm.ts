/** Kills `beffroi ingest`, or the engine below it, at random instants while files with corrections, moves,
 *  cancellations and stale replays come in, and compares what is stored in the end with a reference outside it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { SourceRecord } from "../../src/domain/record.ts";
import { localDate, toIso } from "../../src/domain/time.ts";
import { openStore, type Store } from "../../src/store/connect.ts";
import { startEmbedded } from "../../src/store/embedded/start.ts";
import { cleanPass, type Strike, strikePass } from "./kill-pass.ts";
import { recordStream, referenceQuarters, referenceRecords, seeded } from "./record-stream.ts";
import { storedQuarters, storedRecords } from "./stored.ts";

export interface StormOptions extends Strike {
  /** Kills that really hit a living process. */
  readonly kills: number;
  readonly facts: number;
  readonly seed: number;
}

export interface StormResult {
  readonly kills: number;
  /** Passes that ended before they could be killed. */
  readonly finished: number;
  readonly rows: number;
  readonly records: number;
  readonly wrongRecords: number;
  readonly quarters: number;
  readonly wrongQuarters: number;
  readonly days: number;
  readonly wrongDays: number;
}

const ZONE = "Europe/Paris";

export async function killStorm(options: StormOptions): Promise<StormResult> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-storm-"));
  const random = seeded(options.seed + 1);
  try {
    const stream = recordStream({
      seed: options.seed,
      facts: options.facts,
      sites: ["alpha", "beta", "gamma"],
      from: Date.parse("2026-01-05T00:00:00Z"),
      lengthMs: 240 * 86_400_000,
    });
    writeFileSync(join(folder, "storm.yaml"), TERRITORY);
    mkdirSync(join(folder, "drop"));
    const parts = cut(stream, options.kills + 4);
    let kills = 0;
    // How long a pass takes is the machine's: a blow that came too late comes sooner the next time.
    let sooner = 1;
    let finished = 0;
    for (let turn = 0; kills < options.kills; turn++) {
      if (turn > options.kills * 4) throw new Error(`only ${kills} of ${turn} passes could be killed`);
      const part = parts.shift();
      if (part) leave(folder, turn, part);
      if (await strikePass(folder, options, random, sooner)) kills++;
      else {
        finished++;
        sooner *= 0.8;
      }
    }
    for (const [i, part] of parts.entries()) leave(folder, 10_000 + i, part);
    await cleanPass(folder);
    return { kills, finished, rows: stream.length, ...(await compare(folder, stream)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function cut<T>(list: readonly T[], parts: number): T[][] {
  const size = Math.ceil(list.length / parts);
  return Array.from({ length: parts }, (_, i) => list.slice(i * size, (i + 1) * size)).filter(
    (p) => p.length > 0,
  );
}

function leave(folder: string, turn: number, records: readonly SourceRecord[]): void {
  const lines = records.map((r) =>
    [
      r.key,
      r.site,
      toIso(r.at),
      r.value,
      r.tariff,
      toIso(r.bookedOn ?? 0),
      r.deleted ? "annulé" : "vendu",
      toIso(r.version),
    ].join(";"),
  );
  const head = "Billet;Site;Visite;Quantité;Tarif;Vendu le;État;Modifié le";
  const name = `ventes_${String(turn).padStart(5, "0")}.csv`;
  writeFileSync(join(folder, "drop", name), `${[head, ...lines].join("\n")}\n`);
}

const Day = z.array(z.object({ site: z.string(), day: z.string(), value: z.coerce.number() }));

async function compare(
  folder: string,
  stream: readonly SourceRecord[],
): Promise<Omit<StormResult, "kills" | "finished" | "rows">> {
  const quiet = { info() {}, warn() {}, error() {} };
  const engine = await startEmbedded({ folder: join(folder, "data"), log: quiet });
  const store = openStore({ ...engine, database: "beffroi_storm" });
  try {
    const reference = referenceRecords(stream);
    const records = new Set(await storedRecords(store));
    const wanted = reference.map((r) => `${r.site} ${r.at} ${r.value}`);
    const doubled = (await storedRecords(store)).length - reference.length;
    const quarters = await storedQuarters(store);
    const wantedQuarters = referenceQuarters(reference);
    const days = await storedDays(store);
    const wantedDays = new Map<string, number>();
    for (const r of reference) {
      const key = `${r.site} ${localDate(r.at, ZONE)}`;
      wantedDays.set(key, (wantedDays.get(key) ?? 0) + r.value);
    }
    return {
      records: records.size,
      wrongRecords: wanted.filter((w) => !records.has(w)).length + Math.abs(doubled),
      quarters: quarters.size,
      wrongQuarters: differences(quarters, wantedQuarters),
      days: days.size,
      wrongDays: differences(days, wantedDays),
    };
  } finally {
    await store.close();
    await engine.close();
  }
}

async function storedDays(store: Store): Promise<Map<string, number>> {
  const rows = await store.rows("days", "select site, day, value from rollup_day final where records > 0");
  return new Map(Day.parse(rows).map((r) => [`${r.site} ${r.day}`, r.value]));
}

function differences<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): number {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].filter((key) => JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key))).length;
}

const site = (id: string) =>
  `  - { id: ${id}, name: { fr: ${id} }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: tickets } }`;

const TERRITORY = `
territory: { id: storm, name: { fr: Tempête }, timezone: ${ZONE}, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "Communauté d'Agglomération de Cambrai", publishes: true } ]
sites:
${["alpha", "beta", "gamma"].map(site).join("\n")}
feeds:
  - id: till
    site: alpha
    kind: ticketing
    connector: file
    every: PT10M
    options:
      path: "./drop/*.csv"
      columns: { id: Billet, site: Site, at: Visite, quantity: Quantité, tariff: Tarif, booked_on: Vendu le, status: État, modified_at: Modifié le }
      cancellation: { status: [annulé] }
      tariffs: { full: full, reduced: reduced, group: group }
      separator: ";"
      stable_for: 0
`;
