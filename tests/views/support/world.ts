/** A small territory with a till and its door counter, a daily logger, and sheets typed in by hand, filled with
 *  made-up but regular figures, so that every number of a view can be worked out by hand. */
import type { SourceRecord } from "../../../src/domain/record.ts";
import type { Site, Territory } from "../../../src/domain/site.ts";
import {
  addDays,
  atLocalTime,
  daysIn,
  MINUTE,
  QUARTER,
  startOfDay,
  toIso,
} from "../../../src/domain/time.ts";
import type { Store } from "../../../src/store/connect.ts";
import { createRecordSink } from "../../../src/store/record-sink.ts";
import { insertRows } from "../../../src/store/rows.ts";
import { createStateStore } from "../../../src/store/state-store.ts";
import { readTerritory } from "../../../src/territory/load.ts";

const TEXT = `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "Communauté d'Agglomération de Cambrai", publishes: true } ]
sites:
  - id: tank
    name: { fr: Tank }
    owner: cac
    municipality: Flesquières
    opening:
      - { on: ["11-20"], hours: ["14:00-17:30"] }
      - { on: ["12-25"], closed: { fr: jour férié } }
      - { days: [wed, sat, sun], hours: ["14:00-17:30"] }
    visits: { from: tickets, otherwise: { counter: 0.5 } }
    desk: { visits_per_person: 20 }
  - id: labo
    name: { fr: Labo }
    owner: cac
    municipality: Cambrai
    opening: [ { days: [tue, wed, thu, fri, sat], hours: ["10:00-18:00"] } ]
    visits: { from: counter, calibration: 0.9 }
  - id: esnes
    name: { fr: Esnes }
    owner: cac
    municipality: Esnes
    opening: [ { days: [sun], hours: ["14:00-17:00"] }, { closed: { fr: sur rendez-vous } } ]
    visits: { from: manual }
feeds:
  - { id: till, site: tank, kind: ticketing, connector: file, every: PT10M, allowance: PT2H, options: { path: "./till/*.csv" } }
  - { id: tank-door, site: tank, kind: counter, connector: file, every: PT1H, allowance: PT6H, options: { path: "./d/*.csv" } }
  - { id: labo-door, site: labo, kind: counter, connector: file, every: PT1H, allowance: PT6H, options: { path: "./l/*.csv" } }
  - { id: hand, site: esnes, kind: manual, connector: file, every: PT1H, allowance: P35D, options: { path: "./e/*.csv" } }
events:
  - { id: bataille, name: { fr: Bataille }, on: "11-20", sites: [tank] }
`;

export function viewTerritory(): Territory {
  return readTerritory(TEXT, "essai.yaml", {});
}

/** Wednesday 25 November 2026, 15:40 in Paris. */
export const NOW = Date.parse("2026-11-25T14:40:00Z");
export const TODAY = "2026-11-25";

type Change = (record: SourceRecord) => SourceRecord | null;

/** Records of one span of time of a counter, a till (scans) or a sheet: `people` per quarter hour of opening. */
export function quarterRecords(
  site: Site,
  days: { from: string; to: string },
  measure: "entries" | "admissions",
  people: (day: string, quarter: number) => number,
): SourceRecord[] {
  return daysIn(days).flatMap((day) => {
    const opening = site.opening.on(day);
    const spans = opening.kind === "open" ? opening.spans : [];
    return spans.flatMap(({ from, to }) =>
      Array.from({ length: (to - from) / QUARTER }, (_, i): SourceRecord => {
        const at = from + i * QUARTER;
        return record(site.id, measure, at, measure === "entries" ? 15 : 0, people(day, i));
      }),
    );
  });
}

export function record(
  site: string,
  measure: SourceRecord["measure"],
  at: number,
  minutes: number,
  value: number,
): SourceRecord {
  const end = at + minutes * MINUTE;
  const key = `${measure} ${at}`;
  return { site, measure, key, at, minutes, value, version: end, deleted: false, knownAt: end };
}

let batches = 0;

/** Stores records of a feed and recomputes, as a pull at `now` would. */
export async function pull(
  store: Store,
  territory: Territory,
  feed: string,
  records: readonly SourceRecord[],
  { now = NOW, observedTo = null as number | null } = {},
): Promise<void> {
  const sink = createRecordSink(store, territory.zone, territory.sites);
  const state = createStateStore(store);
  const run = `run ${++batches}`;
  const batch = { feed, stream: "s", run, movable: false, token: run, records, rejections: [], now };
  const counts = await sink.write(batch);
  await sink.settle(feed, now);
  await state.save({ feed, stream: "s" }, { cursor: null, observedTo, rescans: {} });
  const [startedAt, endedAt] = [now - MINUTE, now];
  await state.logRun({ feed, stream: "s", run, startedAt, endedAt, counts, status: "done", problem: "" });
}

/** Without the records that a test takes away or changes. */
export function changed(records: readonly SourceRecord[], change: Change): SourceRecord[] {
  return records.flatMap((r) => change(r) ?? []);
}

export const siteOf = (territory: Territory, id: string): Site => {
  const site = territory.sites.find((s) => s.id === id);
  if (!site) throw new RangeError(`invalid site: ${id}`);
  return site;
};

/** Sixty weeks up to 15:30 today: 2 scans a quarter hour at the tank (4 on Sundays) and its door sees twice as many
 *  heads; 10 heads a quarter hour at the labo; 30 people a Sunday at Esnes until two weeks ago. `keep` leaves some out. */
export async function fill(
  store: Store,
  territory: Territory,
  keep: (record: SourceRecord) => boolean = () => true,
): Promise<void> {
  const days = { from: addDays(TODAY, -420), to: addDays(TODAY, 1) };
  const [tank, labo] = [siteOf(territory, "tank"), siteOf(territory, "labo")];
  const scans = (day: string) => (new Date(`${day}T12:00:00Z`).getUTCDay() === 0 ? 4 : 2);
  const past = (r: SourceRecord) => (r.at + 15 * MINUTE <= NOW && keep(r) ? r : null);
  await pull(store, territory, "till", changed(quarterRecords(tank, days, "admissions", scans), past), {
    observedTo: NOW - 5 * MINUTE,
  });
  await pull(
    store,
    territory,
    "tank-door",
    changed(
      quarterRecords(tank, days, "entries", (d) => 2 * scans(d)),
      past,
    ),
  );
  await pull(
    store,
    territory,
    "labo-door",
    changed(
      quarterRecords(labo, days, "entries", () => 10),
      past,
    ),
  );
  const sheets = daysIn({ from: days.from, to: addDays(TODAY, -14) })
    .filter((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 0)
    .map((day) => record("esnes", "manual", atLocalTime(day, "14:00", territory.zone), 180, 30));
  await pull(store, territory, "hand", sheets);
}

/** A day vintage of one site: `median` by day, ranges 20 % down and up. */
export async function issue(
  store: Store,
  site: string,
  origin: number,
  days: readonly string[],
  median: (day: string) => number | null,
  { zone = "Europe/Paris", explanation = "[]", retrospective = 0, step = "P1D" } = {},
): Promise<void> {
  const base = { site, step, origin: toIso(origin), issued_at: toIso(origin) };
  const points = days.flatMap((day, i) => {
    const q50 = median(day);
    if (q50 === null) return [];
    const quantiles = { q10: 0.8 * q50, q25: 0.9 * q50, q50, q75: 1.1 * q50, q90: 1.2 * q50 };
    return [
      {
        ...base,
        start: toIso(startOfDay(day, zone)),
        day,
        lead: i + 1,
        ...quantiles,
        mean: q50,
        booked: null,
      },
    ];
  });
  await insertRows(store, "test", "forecast_point", points);
  await insertRows(store, "test", "forecast_run", [
    { ...base, model: "test", inputs: "", refused: "", explanation, retrospective },
  ]);
}
