import { afterEach, expect, test } from "vitest";
import { HOUR } from "../../../../src/domain/time.ts";
import { createRig, type Source } from "../../rig.ts";
import { countsSource } from "./counts-source.ts";
import { billetweb, opendatasoft, weezevent, xovis } from "./services.ts";
import { ticketsSource } from "./tickets-source.ts";

const DAY = 24 * HOUR;
const open: Source[] = [];
afterEach(async () => {
  for (const source of open.splice(0)) await source.close();
});
async function rigOf<S extends Source>(making: Promise<S>) {
  const source = await making;
  open.push(source);
  return { source, rig: createRig(source) };
}

test("a ticket deleted without a word is found by the nightly reading and taken back", async () => {
  const { source, rig } = await rigOf(ticketsSource(billetweb));
  await rig.pull();
  const ticket = source.state.tickets.find(({ states }) => (states[0]?.session ?? 0) > source.clock.now);
  if (ticket) ticket.deleted = true;
  source.clock.now += HOUR;
  await rig.pull();
  expect(rig.sink.totals()).not.toEqual(source.expected());
  source.clock.now += DAY;
  expect((await rig.pull()).map(({ status }) => status)).toEqual(["done"]);
  expect(rig.sink.totals()).toEqual(source.expected());
});

test("a list that loses more than its share is held back, and nothing is taken away", async () => {
  const { source, rig } = await rigOf(countsSource(xovis));
  await rig.pull();
  const before = rig.sink.totals();
  source.state.counts.splice(0, source.state.counts.length);
  source.clock.now += HOUR;
  const [run] = await rig.pull();
  expect(run).toMatchObject({ status: "held_back" });
  expect(rig.sink.totals()).toEqual(before);
});

test("where the API caps its offset the window is split, and every row arrives", async () => {
  const { source, rig } = await rigOf(countsSource(opendatasoft(300)));
  expect((await rig.pull()).map(({ status }) => status)).toEqual(["done"]);
  expect(rig.sink.totals()).toEqual(source.expected());
});

test("two changes in the doubled hour, the second with the earlier text, end as the source has them", async () => {
  const { source, rig } = await rigOf(ticketsSource(billetweb));
  const ticket = source.state.tickets.find(({ states }) => (states[0]?.session ?? 0) > source.clock.now);
  const [sold] = ticket?.states ?? [];
  if (!ticket || !sold) throw new Error("no ticket");
  // 02:50 on the first pass: refunded. 02:10 on the second: valid again.
  const first = Date.parse("2026-10-25T00:50:00Z");
  ticket.states.splice(0, 1, { ...sold, at: first - DAY }, { ...sold, at: first, disabled: true });
  source.clock.now = first + 60_000;
  await rig.pull();
  ticket.states.push({ ...sold, at: first + 20 * 60_000 });
  source.clock.now = first + 25 * 60_000;
  await rig.pull();
  const stands = rig.sink.facts({ feed: "feed", stream: "attendees" }).some(({ key }) => key === ticket.id);
  expect(stands).toBe(true);
});

test("a token that is refused is bought anew once, within the pull", async () => {
  const { source, rig } = await rigOf(ticketsSource(weezevent));
  await rig.pull();
  const logins: string[] = [];
  source.faults.onRequest = (path) => {
    if (path.startsWith("/auth")) logins.push(path);
  };
  source.clock.now += HOUR;
  await rig.pull();
  expect(logins).toEqual([]);
  source.faults.add({ match: /^\/events/, kind: "status", status: 401 });
  expect((await rig.pull()).map(({ status }) => status)).toEqual(["done"]);
  expect(logins).toHaveLength(1);
});

test("a first pull that is interrupted goes on in the window where it was", async () => {
  const { source, rig } = await rigOf(countsSource(xovis));
  source.faults.add({ match: /./, kind: "status", status: 404, after: 4, times: 1 });
  await rig.pull();
  let requests = 0;
  source.faults.onRequest = () => {
    requests += 1;
  };
  await rig.pull();
  expect(requests).toBeLessThan(source.requests);
  expect(rig.sink.totals()).toEqual(source.expected());
});

test("when most rows are set aside the source has changed: the cursor stays, and nothing is lost", async () => {
  const { source, rig } = await rigOf(ticketsSource(billetweb));
  const prices = source.state.tickets.map(({ priceCents }) => priceCents);
  for (const ticket of source.state.tickets) ticket.priceCents = Number.NaN;
  const [run] = await rig.pull();
  expect(run).toMatchObject({ status: "changed" });
  expect(run?.problem).toMatch(/of attendees set aside/);
  for (const [n, ticket] of source.state.tickets.entries()) ticket.priceCents = prices[n] ?? 0;
  await rig.pull();
  expect(rig.sink.totals()).toEqual(source.expected());
});

test("a counter whose line was down for twenty days is read from its last fact on", async () => {
  const { source, rig } = await rigOf(countsSource(xovis));
  await rig.pull();
  const end = source.clock.now;
  for (let day = 1; day <= 6; day += 1) {
    source.clock.now += DAY;
    await rig.pull();
  }
  source.clock.now = end + 20 * DAY;
  for (let at = end; at < source.clock.now; at += HOUR)
    source.state.counts.push({ gate: "porte", at, count: 4, publishedAt: source.clock.now });
  await rig.pull({ until: source.clock.now });
  expect(rig.sink.totals()).toEqual(source.expected());
});
