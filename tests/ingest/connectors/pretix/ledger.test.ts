/** Which list sales are read from, and what happens when that changes. */

import { afterEach, expect, test } from "vitest";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import { createPretixStandIn } from "../../../../demo/stand-ins/pretix.ts";
import { cancelOrder, checkIn, deleteCheckinList } from "../../../../demo/stand-ins/pretix-operations.ts";
import { createHttpClient } from "../../../../ingest/transport/http.ts";
import { createRig, type Rig } from "../../rig.ts";
import { type PretixSource, pretixSource } from "./source.ts";

let source: PretixSource;
afterEach(() => source.close());

function tickets(rig: Rig): number {
  let sum = 0;
  for (const [name, value] of rig.sink.totals()) if (name.startsWith("tickets")) sum += value;
  return sum;
}

test("a server older than 2025.7 is read by its orders without being told so", async () => {
  source = await pretixSource({ ledger: false });
  const rig = createRig(source);
  expect(new Set((await rig.pull()).map((run) => run.status))).toEqual(new Set(["done"]));
  expect(rig.sink.totals()).toEqual(source.expected());
  expect(rig.sink.facts({ feed: "feed", stream: "transactions" })).toEqual([]);
});

test("when the server gains its ledger, the orders' tickets are withdrawn and nothing counts twice", async () => {
  source = await pretixSource({ ledger: false });
  const rig = createRig(source);
  await rig.pull();
  const before = tickets(rig);
  const state = { organizer: "cac", events: new Map([["tank", source.event]]) };
  const port = Number(new URL((source.options as { url: string }).url).port);
  await source.close();
  const upgraded = createPretixStandIn(state, { clock: () => source.clock.now, token: "s3cret-token" });
  const server = await listen(upgraded, port);
  source = { ...source, close: server.close };
  source.clock.now += 60_000;
  await rig.pull();
  expect(tickets(rig)).toBe(before);
  expect(rig.sink.facts({ feed: "feed", stream: "orders" })).toEqual([]);
  await rig.pull();
  expect(tickets(rig)).toBe(before);
});

test("told to read the ledger of a server without one, the feed says what to change", async () => {
  source = await pretixSource({ ledger: false, sales: "transactions" });
  const runs = await createRig(source).pull();
  expect(runs.find((run) => run.stream === "transactions")).toMatchObject({
    status: "changed",
    problem: expect.stringMatching(/options\.sales/),
  });
});

test("a ledger that is gone one day is a changed feed and nothing is withdrawn", async () => {
  source = await pretixSource();
  const rig = createRig(source);
  await rig.pull();
  const before = tickets(rig);
  source.clock.now += 60_000;
  source.faults.add({ match: /transactions/, kind: "status", status: 404, times: 1000, after: 1 });
  const runs = await rig.pull();
  expect(runs.find((run) => run.stream === "transactions")?.status).toBe("changed");
  expect(tickets(rig)).toBe(before);
});

test("test orders are in the ledger but never in the figures", async () => {
  source = await pretixSource();
  const rig = createRig(source);
  await rig.pull();
  expect(
    rig.sink.facts({ feed: "feed", stream: "transactions" }).some((fact) => fact.amountCents === 1),
  ).toBe(false);
});

test("a deleted check-in list takes its scans away at the next nightly re-reading", async () => {
  source = await pretixSource();
  const rig = createRig(source);
  await rig.pull();
  const scans = () => rig.sink.facts({ feed: "feed", stream: "checkins" });
  const position = source.orders[8]?.positions[0];
  if (!position) throw new Error("no position");
  checkIn(source.event, position, {
    datetime: source.clock.now - 2 * 3_600_000,
    uploadedAt: source.clock.now,
    list: 9,
  });
  source.clock.now += 60_000;
  await rig.pull();
  expect(scans().some((scan) => scan.gate === "9")).toBe(true);
  deleteCheckinList(source.event, 9);
  source.clock.now += 24 * 3_600_000;
  await rig.pull();
  expect(scans().some((scan) => scan.gate === "9")).toBe(false);
  expect(rig.sink.totals()).toEqual(source.expected());
});

test("a ledger line carries channel, origin and language of its order", async () => {
  source = await pretixSource();
  const rig = createRig(source);
  await rig.pull();
  const facts = rig.sink.facts({ feed: "feed", stream: "transactions" });
  expect(facts.every((fact) => fact.origin === "59" && fact.language === "fr")).toBe(true);
  expect(new Set(facts.map((fact) => fact.channel))).toEqual(new Set(["online", "desk"]));
});

test("an order that changes behind a slow scan is found by the next one", async () => {
  source = await pretixSource({ sales: "orders" });
  const rig = createRig(source);
  let pages = 0;
  source.faults.onRequest = (path) => {
    if (!path.includes("orders/")) return;
    pages += 1;
    const first = source.orders.find((order) => order.positions.length > 0);
    if (pages !== 3 || !first) return;
    source.clock.now += 20 * 60_000;
    cancelOrder(source.event, first, source.clock.now - 10 * 60_000);
  };
  await rig.pull();
  expect(rig.sink.totals()).not.toEqual(source.expected());
  source.clock.now += 3_600_000;
  await rig.pull();
  expect(rig.sink.totals()).toEqual(source.expected());
});

test("check says what it found, or what to do", async () => {
  source = await pretixSource();
  const rig = createRig(source);
  const context = { ...contextOf(source) };
  expect(await rig.feed.check(context)).toEqual({
    ok: true,
    detail: "3 products, sales from transactions; without a tariff class: 15",
  });
  await source.setExpired(true);
  expect(await rig.feed.check(context)).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/expired/),
  });
});

function contextOf(of: PretixSource) {
  return {
    ...{ cursor: null, from: undefined, until: of.clock.now, now: of.clock.now },
    http: createHttpClient(),
    log: { info: () => undefined, warn: () => undefined },
    signal: new AbortController().signal,
  };
}
