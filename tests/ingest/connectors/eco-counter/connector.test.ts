/** Eco-Counter against its stand-in: the common suite for both APIs, then what only counters have. */
import { afterEach, expect, test } from "vitest";
import { addReading, correctReading } from "../../../../demo/stand-ins/eco-counter-state.ts";
import { createHttpClient } from "../../../../ingest/transport/http.ts";
import { HOUR, QUARTER } from "../../../../src/domain/time.ts";
import { connectorSuite } from "../../connector-suite.ts";
import { createRig, type Rig } from "../../rig.ts";
import { type EcoSource, ecoSource, NOW } from "./source.ts";

connectorSuite("eco-counter v2", (empty) => ecoSource("v2", { empty: empty === "empty" }));
connectorSuite("eco-counter v1", (empty) => ecoSource("v1", { empty: empty === "empty" }));

const DAY = 24 * HOUR;
const COUNTS = { feed: "feed", stream: "counts" };
let source: EcoSource;
afterEach(() => source?.close());

async function through(rig: Rig): Promise<number> {
  const { cursor } = await rig.state.read(COUNTS);
  return Date.parse(String(cursor?.through));
}

test.each(["v1", "v2"] as const)(
  "%s timestamps without offset are the site's own clock, each pass apart",
  async (api) => {
    source = await ecoSource(api, { timestamps: "naive" });
    const rig = createRig(source);
    await rig.pull();
    expect(rig.sink.totals()).toEqual(source.expected());
    expect(rig.sink.rejections).toEqual([]);
  },
);

test("a zero is a count, a hole is none", async () => {
  source = await ecoSource("v2");
  const rig = createRig(source);
  await rig.pull();
  const facts = new Map(rig.sink.facts(COUNTS).map((fact) => [`${fact.measure} ${fact.at}`, fact.value]));
  for (const { at, count } of source.into.readings) {
    if (at + QUARTER <= NOW) expect(facts.get(`entries ${at}`)).toBe(count ?? undefined);
  }
});

test("other travel modes are not counted, and records carry the gate and the end of their span", async () => {
  source = await ecoSource("v2");
  const rig = createRig(source);
  await rig.pull();
  const facts = rig.sink.facts(COUNTS);
  expect(
    facts.every((fact) => fact.gate === "100" && fact.knownAt === fact.at + QUARTER && fact.minutes === 15),
  ).toBe(true);
  expect(facts.some((fact) => fact.key.includes("bike"))).toBe(false);
});

test("v1 without chosen channels counts the site's total as entries, not the total and its parts", async () => {
  source = await ecoSource("v1");
  const { channels: _, ...options } = source.options as { channels: unknown };
  const rig = createRig({ ...source, options });
  await rig.pull();
  expect(new Set(rig.sink.facts(COUNTS).map((fact) => fact.measure))).toEqual(new Set(["entries"]));
});

test("v1 buys its token with the account, and a new one when it is refused", async () => {
  source = await ecoSource("v1", { bought: true });
  const rig = createRig(source);
  expect((await rig.pull())[0]?.status).toBe("done");
  source.faults.add({ match: /data\/site\/101/, kind: "status", status: 401 });
  expect((await rig.pull())[0]?.status).toBe("done");
  expect(rig.sink.totals()).toEqual(source.expected());
});

test("the cursor stands at the last real count, and goes on a day at a time after a week of silence", async () => {
  source = await ecoSource("v2");
  const rig = createRig(source);
  await rig.pull();
  const last = await through(rig);
  expect(last).toBe(NOW - HOUR);
  source.clock.now += 6 * DAY;
  await rig.pull();
  expect(await through(rig)).toBe(last);
  source.clock.now += 2 * DAY;
  await rig.pull();
  expect(await through(rig)).toBe(last + DAY);
});

test("days that arrive after a long outage are found behind the cursor by the wide re-readings", async () => {
  source = await ecoSource("v2");
  const rig = createRig(source);
  await rig.pull();
  for (let day = 0; day < 30; day++) {
    source.clock.now += DAY;
    await rig.pull();
  }
  for (let at = NOW; at < NOW + 20 * DAY; at += QUARTER)
    addReading(source.into, { at, count: 3, uploadedAt: source.clock.now });
  source.clock.now += 7 * DAY;
  await rig.pull();
  expect(rig.sink.totals()).toEqual(source.expected());
});

test("history that the vendor corrects beyond the last three days is found by the nightly re-reading", async () => {
  source = await ecoSource("v2");
  const rig = createRig(source);
  await rig.pull();
  correctReading(source.out, { at: NOW - 10 * DAY, count: 400, appliedAt: NOW + HOUR });
  source.clock.now += 2 * HOUR;
  await rig.pull();
  expect(rig.sink.totals()).not.toEqual(source.expected());
  source.clock.now += DAY;
  await rig.pull();
  expect(rig.sink.totals()).toEqual(source.expected());
});

test("check names the counter, or the ids that there are", async () => {
  source = await ecoSource("v2");
  const context = {
    ...{ cursor: null, from: undefined, until: NOW, now: NOW, http: createHttpClient() },
    log: { info: () => undefined, warn: () => undefined },
    signal: new AbortController().signal,
  };
  expect(await createRig(source).feed.check(context)).toEqual({
    ok: true,
    detail: "Place d'Armes, pedestrian",
  });
  const wrong = createRig({ ...source, options: { ...(source.options as object), counter: 7 } });
  expect(await wrong.feed.check(context)).toMatchObject({
    ok: false,
    remedy: "use one of: 100 Place d'Armes",
  });
});
