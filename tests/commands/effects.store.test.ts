/** What was done at a site, from what people write down to its effect, over the whole way: the API, the forecasting
 *  thread, the store. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import request from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bindActions } from "../../src/api/actions.ts";
import { createApp } from "../../src/api/app.ts";
import { type Forecasting, startForecasting } from "../../src/commands/forecasting.ts";
import { addDays, weekday } from "../../src/domain/time.ts";
import type { Store, StoreAddress } from "../../src/store/connect.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { loadTerritory } from "../../src/territory/load.ts";
import { createActions } from "../../src/views/scenarios/actions.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { NOW, pull, quarterRecords, siteOf, TODAY } from "../views/support/world.ts";

const TEXT = `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: Cambrai, publishes: true } ]
sites:
  - { id: musee, name: { fr: Musée }, owner: cac, municipality: Cambrai, opening: [ { hours: ["10:00-16:00"] } ], visits: { from: counter } }
  - { id: halle, name: { fr: Halle }, owner: cac, municipality: Cambrai, opening: [ { hours: ["10:00-16:00"] } ], visits: { from: counter } }
feeds:
  - { id: door, site: musee, kind: counter, connector: file, every: PT1H, options: { path: "./d/*.csv" } }
  - { id: gate, site: halle, kind: counter, connector: file, every: PT1H, options: { path: "./g/*.csv" } }
`;
/** From here on half as many again come to the museum. */
const SINCE = addDays(TODAY, -42);
const folder = mkdtempSync(join(tmpdir(), "beffroi-effects-"));
const file = join(folder, "essai.yaml");
let engine: TestEngine;
let store: Store;
let address: StoreAddress;
let forecasting: Forecasting;
let app: ReturnType<typeof createApp>;
let acted = 0;

beforeAll(async () => {
  writeFileSync(file, TEXT);
  engine = await startEngine();
  ({ store, address } = await engine.fresh());
  const territory = loadTerritory(file, {});
  const days = { from: addDays(TODAY, -500), to: TODAY };
  const people = (day: string, i: number) =>
    (weekday(day) >= 6 ? 12 : 6) + ((Date.parse(day) / 86_400_000 + i) % 3);
  const more = (day: string, i: number) => people(day, i) * (day >= SINCE ? 1.5 : 1);
  await pull(
    store,
    territory,
    "door",
    quarterRecords(siteOf(territory, "musee"), days, "entries", (d, i) => Math.round(more(d, i))),
  );
  await pull(store, territory, "gate", quarterRecords(siteOf(territory, "halle"), days, "entries", people));
  const now = () => NOW;
  const log = pino({ level: "silent" });
  forecasting = startForecasting({ address, territory, now, signal: new AbortController().signal, log });
  const dataVersion = () => String(acted);
  app = createApp({
    views: createViews({ store, territory, now, dataVersion, effectOf: forecasting.effect }),
    actions: bindActions(
      createActions({
        store,
        now,
        territory,
        sink: createRecordSink(store, territory.zone, territory.sites),
        whatIf: forecasting.whatIf,
        advised: async () => [],
      }),
    ),
    acted: async () => {
      acted++;
    },
    frame: () => ({
      office: { fr: "Office" },
      simulated: false,
      sites: territory.sites.map(({ id, name }) => ({ id, name })),
      version: "0",
      assets: { style: "", script: "" },
    }),
    render: () => "",
    assetsDir: null,
    version: "0",
    ready: async () => ({ ready: true }),
    dataVersion,
    access: {},
    log,
    now,
    checkReplies: true,
  });
}, 120_000);
afterAll(async () => {
  await forecasting.close();
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: object) => request(app).post(`/api/v1${path}`).send(body);
const get = (path: string) => request(app).get(`/api/v1${path}`);

test("the effect of an action is computed in the thread, with placebos and the other site as control", async () => {
  const { status, body } = await get(`/effects?site=musee&from=${SINCE}`);
  expect(status).toBe(200);
  const { answer } = body;
  expect(answer.kind).toBe("effect");
  expect(answer.share.value).toBeGreaterThan(0.4);
  expect(answer.share.value).toBeLessThan(0.6);
  expect(answer.share.low).toBeGreaterThan(0.2);
  expect(answer.chance).toBeLessThan(0.2);
  expect(answer.placebos.length).toBeGreaterThan(3);
});

test("what is written down is listed, taken back, and refused where it names a person", async () => {
  const body = { site: "musee", from: SINCE, to: TODAY, kind: "action", text: "nouveau tarif" };
  const made = await post("/annotations", body);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ ...body, counts_in_model: false, withdrawn_at: null });
  const listed = async () => (await get("/annotations?sites=musee")).body.rows;
  expect(await listed()).toEqual([made.body]);
  const gone = await post(`/annotations/${made.body.id}/withdraw`, {});
  expect([gone.status, gone.body.withdrawn_at]).toEqual([200, "2026-11-25T14:40:00Z"]);
  expect(await listed()).toEqual([gone.body]);
  const wrong = await post("/annotations", { ...body, text: "tél. 06 12 34 56 78", counts_in_model: true });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors.map(({ path }: { path: string }) => path)).toContain("text");
  expect((await post("/annotations", { ...body, site: "louvre" })).status).toBe(404);
  expect((await post("/annotations/a58e2c8e-8f2a-4cb7-8f15-d5d3a8dd3c1d/withdraw", {})).status).toBe(404);
  expect(await listed()).toHaveLength(1);
});

test("a site on which something was done as well is no control", async () => {
  const text = "exposition";
  await post("/annotations", { site: "halle", from: SINCE, to: TODAY, kind: "action", text });
  const { body } = await get(`/effects?site=musee&from=${SINCE}`);
  expect(body.answer.controls).toEqual([]);
});
