/** The pretix stand-in keeps the traps of the real server. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { Faults } from "../../../demo/stand-ins/faults.ts";
import { type Listening, listen } from "../../../demo/stand-ins/listen.ts";
import { createPretixStandIn } from "../../../demo/stand-ins/pretix.ts";
import {
  addSlot,
  annul,
  cancelPosition,
  checkIn,
  placeOrder,
  rebook,
} from "../../../demo/stand-ins/pretix-operations.ts";
import { addEvent, createPretixState, type PretixEvent } from "../../../demo/stand-ins/pretix-state.ts";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";

const NOW = Date.parse("2026-07-14T10:00:00Z");
const ADULT = { id: 14, name: "Plein tarif", admission: true, priceCents: 650 };
let event: PretixEvent;
let clock: number;
let faults: Faults;
let server: Listening;

beforeEach(async () => {
  const state = createPretixState("cac");
  event = addEvent(state, {
    slug: "tank",
    name: "Tank",
    timezone: "Europe/Paris",
    hasSubevents: true,
    dateFrom: NOW,
  });
  event.items.push(ADULT);
  clock = NOW;
  faults = new Faults();
  server = await listen(
    createPretixStandIn(state, { clock: () => clock, token: "right", faults, pageSize: 3 }),
  );
});
afterEach(() => server.close());

function get(path: string, token = "right"): Promise<Response> {
  const url = path.startsWith("http") ? path : `${server.url}/api/v1/organizers/cac/events/tank/${path}`;
  return fetch(url, { headers: { authorization: `Token ${token}` } });
}

type Row = Record<string, unknown>;
async function list(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let next: string | null = path; next !== null; ) {
    const page = (await (await get(next)).json()) as { next: string | null; results: Row[] };
    rows.push(...page.results);
    next = page.next;
  }
  return rows;
}

/** Positions of the first order of a list. */
async function positionsOf(path: string): Promise<Row[]> {
  const [order] = await list(path);
  return (order?.positions ?? []) as Row[];
}

function sell(at: number, count = 1) {
  const slot =
    event.subevents[0] ?? addSlot(event, { from: NOW + HOUR, to: null, size: 30, created: NOW - 99 * HOUR });
  const line = { item: 14, subevent: slot.id, priceCents: 650 };
  return placeOrder(event, at, { lines: Array.from({ length: count }, () => line) });
}

test("facts of the future are not there until the clock reaches them", async () => {
  sell(NOW - HOUR);
  sell(NOW + HOUR);
  expect(await list("transactions/")).toHaveLength(1);
  expect(await list("orders/")).toHaveLength(1);
  clock = NOW + 2 * HOUR;
  expect(await list("transactions/")).toHaveLength(2);
  expect(await list("orders/")).toHaveLength(2);
});

test("pages follow each other and ids rise with creation, whatever the order of recording", async () => {
  for (const hours of [5, 9, 1, 7, 3, 8, 2]) sell(NOW - hours * HOUR);
  const rows = await list("transactions/?ordering=id");
  expect(rows.map((row) => row.created)).toEqual(rows.map((row) => row.created).sort());
  expect(new Set(rows.map((row) => row.id)).size).toBe(7);
});

test("windows of creation include their start and not their end", async () => {
  for (const minutes of [30, 20, 10]) sell(NOW - minutes * MINUTE);
  const since = new Date(NOW - 30 * MINUTE).toISOString();
  const before = new Date(NOW - 10 * MINUTE).toISOString();
  expect(await list(`transactions/?created_since=${since}&created_before=${before}`)).toHaveLength(2);
});

test("a cancelled ticket leaves a negative ledger line and vanishes from its order unless asked for", async () => {
  const order = sell(NOW - HOUR, 2);
  cancelPosition(event, order, 2, NOW - MINUTE);
  expect((await list("transactions/")).map((row) => row.count)).toEqual([1, 1, -1]);
  const positions = async (query: string) =>
    (await positionsOf(`orders/${query}`)).map((position) => position.canceled);
  expect(await positions("")).toEqual([false]);
  expect(await positions("?include_canceled_positions=true")).toEqual([false, true]);
});

test("a rebooking changes the order in place and gives −1 and +1 in the ledger", async () => {
  const order = sell(NOW - HOUR);
  const other = addSlot(event, { from: NOW + 2 * HOUR, to: null, size: 30, created: NOW - HOUR });
  rebook(event, order, 1, other.id, NOW - MINUTE);
  expect((await list("transactions/")).map((row) => [row.count, row.subevent])).toEqual([
    [1, event.subevents[0]?.id],
    [-1, event.subevents[0]?.id],
    [1, other.id],
  ]);
  expect((await positionsOf("orders/"))[0]?.subevent).toBe(other.id);
});

test("modified_since finds an old order that changed, in the order's old place", async () => {
  const old = sell(NOW - 9 * HOUR);
  for (let i = 0; i < 4; i++) sell(NOW - HOUR + i);
  cancelPosition(event, old, 1, NOW - MINUTE);
  const rows = await list(`orders/?modified_since=${new Date(NOW - 2 * HOUR).toISOString()}`);
  expect(rows.map((row) => row.code)[0]).toBe(old.code);
  expect(rows).toHaveLength(5);
});

test("a scan read by last_modified loses the order that slips past, read by default it does not", async () => {
  const orders = Array.from({ length: 9 }, (_, i) => sell(NOW - (9 - i) * HOUR));
  const read = async (ordering: string) => {
    let requests = 0;
    faults.onRequest = () => {
      requests += 1;
      if (requests === 2 && orders[0]) orders[0].changes.push(clock);
    };
    const seen = new Set((await list(`orders/?ordering=${ordering}`)).map((row) => row.code));
    orders[0]?.changes.splice(1);
    return seen.size;
  };
  expect(await read("datetime")).toBe(9);
  expect(await read("last_modified")).toBe(8);
});

test("an offline scan arrives late with its own time, and an annulled one turns unsuccessful", async () => {
  const [ticket] = sell(NOW - 9 * HOUR).positions;
  if (!ticket) throw new Error("no ticket");
  checkIn(event, ticket, { datetime: NOW - 5 * HOUR, uploadedAt: NOW + MINUTE });
  const scan = checkIn(event, ticket, { datetime: NOW - MINUTE });
  annul(scan, NOW + 5 * MINUTE);
  expect(await list("checkins/")).toMatchObject([{ successful: true }]);
  clock = NOW + 10 * MINUTE;
  expect(await list("checkins/")).toMatchObject([
    { successful: false, error_reason: "annulled" },
    { successful: true, datetime: "2026-07-14T05:00:00.000000Z", created: "2026-07-14T10:01:00.000000Z" },
  ]);
});

test("quotas know what is left", async () => {
  sell(NOW - HOUR, 4);
  const id = event.quotas[0]?.id;
  expect(await (await get(`quotas/${id}/availability/`)).json()).toMatchObject({
    total_size: 30,
    available_number: 26,
  });
});

test("a wrong token is 401, another organizer's event 403, faults come as planned", async () => {
  expect((await get("items/", "wrong")).status).toBe(401);
  expect((await get(`${server.url}/api/v1/organizers/cac/events/other/items/`)).status).toBe(403);
  faults.add({ match: /items/, kind: "status", status: 429, retryAfter: "3" });
  faults.add({ match: /items/, kind: "cut" });
  const limited = await get("items/");
  expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "3"]);
  await expect(get("items/").then((reply) => reply.text())).rejects.toThrow();
  expect((await get("items/")).status).toBe(200);
});

test("replies carry the stand-in's own clock and the personal data of a real server", async () => {
  sell(NOW - HOUR);
  const reply = await get("orders/");
  expect(reply.headers.get("date")).toBe("Tue, 14 Jul 2026 10:00:00 GMT");
  expect(reply.headers.get("x-page-generated")).toBe("2026-07-14T10:00:00.000Z");
  expect(await reply.text()).toMatch(/camille@example\.org.*\+33123456789/);
  const excluded = await (await get("orders/?exclude=email&exclude=phone&exclude=positions")).text();
  expect(excluded).not.toMatch(/"email"|"phone"|"positions"/);
});
