import { createHmac, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { pullFeed } from "../../ingest/pull.ts";
import { bindFeeds } from "../../src/commands/feeds.ts";
import { openIntake } from "../../src/commands/push.ts";
import { createLog } from "../../src/commands/service.ts";
import { loadConfig } from "../../src/config.ts";
import { StoreError } from "../../src/domain/errors.ts";
import type { PushIntake } from "../../src/domain/push.ts";
import type { Store } from "../../src/store/connect.ts";
import { readTerritory } from "../../src/territory/load.ts";
import { fakeApp } from "../api/support/fake-app.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { effectsAt } from "../support/pull.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const TOKEN = "token-of-the-door-0123456789";
const SECRET = "secret-of-the-till-0123456789";
const READER = "token-of-the-office-0123456789";
const site = (id: string) =>
  `{ id: ${id}, name: { fr: ${id} }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: counter } }`;
const territory = readTerritory(
  `
territory: { id: push, name: { fr: Essai }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "CAC", publishes: true } ]
sites: [ ${site("tank")}, ${site("moulin")} ]
feeds:
  - { id: door, site: tank, kind: counter, connector: push, every: PT1M, options: { token: ${TOKEN}, measure: entries, minutes: 60 } }
  - { id: till, site: moulin, kind: ticketing, connector: push, every: PT1M, options: { hmac_secret: ${SECRET}, measure: tickets, per_minute: 3 } }
`,
  "push.yaml",
  {},
);

let engine: TestEngine;
let store: Store;
let intake: PushIntake;
let server: Server;
let base: string;

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  const log = createLog(loadConfig({ BEFFROI_LOG: "silent" }), []);
  intake = openIntake({ store, territory, log, now: () => NOW });
  const { app } = fakeApp({ push: intake, access: { token: READER }, now: () => NOW });
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await intake.close();
  await engine.close();
});

interface Sent {
  readonly type?: string;
  readonly headers?: Record<string, string>;
}

async function push(body: unknown, { type = "application/json", headers = {} }: Sent = {}) {
  const reply = await fetch(`${base}/feeds/door/records`, {
    method: "POST",
    headers: { "Content-Type": type, Authorization: `Bearer ${TOKEN}`, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.json() };
}

async function pushSigned(rows: unknown) {
  const body = JSON.stringify(rows);
  const timestamp = String(NOW / 1000);
  const signature = createHmac("sha256", SECRET).update(`${timestamp}.${body}`).digest("hex");
  const reply = await fetch(`${base}/feeds/till/records`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Beffroi-Timestamp": timestamp,
      "X-Beffroi-Signature": `sha256=${signature}`,
    },
    body,
  });
  return { status: reply.status, retry: reply.headers.get("retry-after"), body: await reply.json() };
}

const Row = z.object({ n: z.coerce.number(), people: z.coerce.number() });
async function stored(feed: string): Promise<{ n: number; people: number }> {
  const [row] = await store.rows(
    "stored",
    "select count() as n, sum(value) as people from record final where feed = {feed: String}",
    { feed },
  );
  return Row.parse(row);
}

/** Hourly counts of one day, each hour its own number. */
function hours(day: string, add = 0): Record<string, unknown>[] {
  return Array.from({ length: 24 }, (_, h) => ({
    key: `${day}/${h}`,
    at: `${day}T${String(h).padStart(2, "0")}:00:00Z`,
    value: h + add,
  }));
}

test("a batch is stored before it is answered; sent again it is answered the same and stores nothing", async () => {
  const before = await stored("door");
  const first = await push(hours("2026-11-02"));
  expect(first).toMatchObject({ status: 202, body: { feed: "door", stored: 24, rejected: {} } });
  const after = await stored("door");
  expect(after.n - before.n).toBe(24);
  const again = await Promise.all([push(hours("2026-11-02")), push(hours("2026-11-02"))]);
  for (const reply of again) expect(reply).toEqual(first);
  expect(await stored("door")).toEqual(after);
});

test("many senders at once: each is answered for its own batch and nothing is lost or doubled", async () => {
  const before = await stored("door");
  const days = Array.from({ length: 20 }, (_, i) => `2026-10-${String(i + 1).padStart(2, "0")}`);
  const replies = await Promise.all([...days, ...days].map((day) => push(hours(day))));
  for (const reply of replies) expect(reply).toMatchObject({ status: 202, body: { stored: 24 } });
  const after = await stored("door");
  expect(after.n - before.n).toBe(480);
  expect(after.people - before.people).toBe(20 * 276);
});

test("a later word about a key replaces the earlier one, and the job brings the rollups up to date", async () => {
  await push(hours("2026-11-05"));
  await push(hours("2026-11-05", 1));
  const [bound] = bindFeeds(territory, ["door"]);
  if (!bound) throw new Error("no feed");
  await pullFeed(territory, bound, effectsAt(store, territory, NOW));
  const [day] = await store.rows(
    "day",
    "select sum(value) as people, count() as n from rollup_day final where feed = 'door' and day = '2026-11-05'",
  );
  expect(Row.parse(day).people).toBe(276 + 24);
});

test("an Idempotency-Key names the batch: the same words under another key are news, other words under it a conflict", async () => {
  const key = randomUUID();
  const headers = { "Idempotency-Key": key };
  await push(hours("2026-11-06", 5), { headers });
  await push(hours("2026-11-06", 7), { headers: { "Idempotency-Key": randomUUID() } });
  // The first once more, late: it was answered before and moves nothing.
  await push(hours("2026-11-06", 5), { headers });
  const [row] = await store.rows(
    "kept",
    "select count() as n, sum(value) as people from record final where feed = 'door' and toDate(at) = '2026-11-06'",
  );
  expect(Row.parse(row)).toEqual({ n: 24, people: 276 + 7 * 24 });
  expect((await push(hours("2026-11-07"), { headers })).status).toBe(409);
});

test("a batch with a personal field is refused whole and found nowhere in the store", async () => {
  const before = await stored("door");
  const rows = hours("2026-11-08").map((row) => ({ ...row, customerEmail: "zoe.quidam@exemple.fr" }));
  const reply = await push(rows);
  expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: "customerEmail" }] } });
  expect(JSON.stringify(reply.body)).not.toContain("quidam");
  expect(await stored("door")).toEqual(before);
});

test("bad rows are counted, quarantined and told; the others are stored", async () => {
  const rows = [
    ...hours("2026-11-09"),
    { key: "x1", at: "2026-11-09T10:00:00Z", value: -4 },
    { key: "x2", at: "2027-11-09T10:00:00Z", value: 4 },
    { key: "x3", at: "2026-11-09T10:00:00Z", value: 4, site: "nowhere" },
    "nonsense",
  ];
  const { status, body } = await push(rows);
  expect(status).toBe(202);
  expect(body).toMatchObject({
    stored: 24,
    rejected: { negative: 1, future: 1, unknown_site: 1, malformed: 1 },
  });
  const kept = await store.rows(
    "quarantine",
    "select reason, count() as n from rejected_record final where feed = 'door' group by reason order by reason",
  );
  expect(kept).toEqual(
    ["future", "malformed", "negative", "unknown_site"].map((reason) => ({ reason, n: expect.anything() })),
  );
});

test("JSON Lines and CSV are taken by their content type", async () => {
  const lines = hours("2026-11-10").map((row) => JSON.stringify(row));
  expect((await push(lines.join("\n"), { type: "application/x-ndjson" })).body.stored).toBe(24);
  const csv = hours("2026-11-11").map(({ key, at, value }) => `${key},${at},${value}`);
  const answer = await push(`key,at,value\n${csv.join("\n")}\n`, { type: "text/csv; charset=utf-8" });
  expect(answer.body.stored).toBe(24);
  expect((await push("<xml/>", { type: "text/xml" })).status).toBe(415);
  expect((await push("{", {})).status).toBe(400);
  expect((await push(" ".repeat(5 * 2 ** 20 + 1), {})).status).toBe(413);
});

test("a feed's secret opens its own intake and nothing else", async () => {
  const bearer = { Authorization: `Bearer ${TOKEN}` };
  expect((await fetch(`${base}/sites`, { headers: bearer })).status).toBe(401);
  expect((await fetch(`${base}/feeds/door/records`, { headers: bearer })).status).toBe(405);
  const other = await fetch(`${base}/feeds/till/records`, {
    method: "POST",
    headers: { ...bearer, "Content-Type": "application/json" },
    body: "[]",
  });
  expect(other.status).toBe(401);
  const wrong = await push([], { headers: { Authorization: `Bearer ${READER}` } });
  expect(wrong.status).toBe(401);
  const none = await fetch(`${base}/feeds/nothing/records`, { method: "POST", headers: bearer });
  expect(none.status).toBe(404);
});

test("a signed feed takes tickets that move, within its own pace", async () => {
  const ticket = { key: "t1", at: "2026-12-01T10:00:00Z", value: 2, changed_at: "2026-11-20T08:00:00Z" };
  expect((await pushSigned([ticket])).body).toMatchObject({ stored: 1 });
  const moved = { ...ticket, at: "2026-12-02T10:00:00Z", changed_at: "2026-11-21T08:00:00Z" };
  expect((await pushSigned([moved])).status).toBe(202);
  expect(await stored("till")).toEqual({ n: 1, people: 2 });
  expect((await pushSigned([{ ...moved, deleted: true, changed_at: "2026-11-22T08:00:00Z" }])).status).toBe(
    202,
  );
  expect((await stored("till")).n).toBe(0);
  expect(await pushSigned([ticket])).toMatchObject({ status: 429, retry: "20" });
});

test.each(["write_fresh", "touch_fresh", "save_push_reply"])(
  "a store that dies at %s answers 503; the batch sent again is answered and stored once",
  async (fatal) => {
    const { store: own } = await engine.fresh();
    let alive = false;
    const dying: Store = {
      ...own,
      insert: async (name, ...rest) => {
        if (name === fatal && !alive) throw new StoreError(name, "out of disk", { code: 243 });
        return own.insert(name, ...rest);
      },
    };
    const log = createLog(loadConfig({ BEFFROI_LOG: "silent" }), []);
    const door = openIntake({ store: dying, territory, log, now: () => NOW }).feed("door");
    const bytes = new TextEncoder().encode(JSON.stringify(hours("2026-11-02")));
    const batch = { bytes, format: "json", key: undefined } as const;
    await expect(door?.push(batch)).rejects.toThrow(StoreError);
    alive = true;
    for (let turn = 0; turn < 2; turn++) {
      expect(await door?.push(batch)).toMatchObject({ kind: "stored", reply: { stored: 24 } });
    }
    const [row] = await own.rows("all", "select count() as n, sum(value) as people from record final");
    expect(Row.parse(row)).toEqual({ n: 24, people: 276 });
  },
);

test("what was pushed is in the ledger of runs", async () => {
  await intake.close();
  const [row] = await store.rows(
    "runs",
    "select count() as n, sum(accepted + revised) as people from feed_run final where feed = 'till'",
  );
  expect(Row.parse(row)).toEqual({ n: 1, people: 3 });
});
