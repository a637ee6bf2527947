/** The connector against a real Mosquitto: what only a broker with a memory can show. */
import { setTimeout } from "node:timers/promises";
import { connectAsync } from "mqtt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PullContext } from "../../../../ingest/connector.ts";
import { mqttConnector } from "../../../../ingest/connectors/mqtt/connector.ts";
import { StoreError } from "../../../../src/domain/errors.ts";
import { MINUTE, toIso } from "../../../../src/domain/time.ts";
import { createRig, type Rig } from "../../rig.ts";
import { type Broker, createBroker, NO_BROKER } from "./broker.ts";

const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-10-24T22:00:00Z");

const options = (url: string, over: object = {}) => ({
  url,
  user: "counter",
  password: "s3cret-mqtt",
  topics: ["town/doors/{gate}/count"],
  read: { at: "time", minutes: 15, values: { entries: "data.in", exits: "data.out" } },
  idle: 0.3,
  longest: 20,
  ...over,
});

/** Count number `n`: a quarter of an hour, from the night of the clock's change on. */
const message = (n: number, entries = 1 + (n % 7)): string =>
  JSON.stringify({
    time: toIso(FIRST + n * 15 * MINUTE),
    data: { in: entries, out: 2 },
    operator: "Anna Dupont",
    snapshot: "data:image/png;base64,iVBORw0KGgo",
  });

const expected = (from: number, to: number): number => {
  let sum = 0;
  for (let n = from; n < to; n++) sum += 1 + (n % 7) + 2;
  return sum;
};

describe.skipIf(NO_BROKER).each([5, 4] as const)("mqtt, protocol level %i, against Mosquitto", (version) => {
  let broker: Broker;
  let rig: Rig;
  beforeEach(async () => {
    broker = await createBroker();
    rig = rigOf();
  });
  afterEach(() => broker.close());

  const rigOf = (over: object = {}) =>
    createRig({
      connector: mqttConnector,
      options: options(broker.url, { version, ...over }),
      clock: { now: NOW },
    });
  const total = () => [...rig.sink.totals().values()].reduce((a, b) => a + b, 0);
  const statuses = async () => (await rig.pull()).map((run) => run.status);
  const publish = async (from: number, to: number) => {
    const door = await broker.publisher();
    for (let n = from; n < to; n += 50) {
      const sends = Array.from({ length: Math.min(50, to - n) }, (_, i) =>
        door.publishAsync("town/doors/north/count", message(n + i), { qos: 1 }),
      );
      await Promise.all(sends);
    }
  };

  test("what is sent while nobody listens arrives at the next pull, once, and a further pull brings nothing", async () => {
    expect(await statuses()).toEqual(["done"]);
    await publish(0, 700);
    expect(await statuses()).toEqual(["done"]);
    expect(total()).toBe(expected(0, 700));
    const hours = [...rig.sink.totals().keys()].map((key) => key.split(" ")[1]?.slice(0, 13));
    expect(hours).toEqual(expect.arrayContaining(["2026-10-25T00", "2026-10-25T01"]));
    const batches = rig.sink.batches.length;
    expect(await statuses()).toEqual(["done"]);
    expect(rig.sink.batches.length).toBe(batches);
    expect(rig.sink.rejections).toEqual([]);
  });

  test("a broker restarted before, between and in the middle of pulls loses and doubles nothing", async () => {
    await rig.pull();
    await publish(0, 200);
    await broker.stop();
    expect(await statuses()).toEqual(["unavailable"]);
    await broker.start();
    // In the middle: the store is slow, and the broker ends while the second page is being written.
    const { write } = rig.sink;
    let pages = 0;
    Object.assign(rig.sink, {
      write: async (batch: Parameters<typeof write>[0]) => {
        pages += 1;
        if (pages === 1) await broker.stop();
        return write(batch);
      },
    });
    await rig.pull();
    expect(pages).toBeGreaterThan(0);
    await broker.start();
    await publish(200, 300);
    expect(await statuses()).toEqual(["done"]);
    expect(total()).toBe(expected(0, 300));
    expect(rig.sink.facts({ feed: "feed", stream: "messages" })).toHaveLength(600);
  });

  test("a broker restarted while a device publishes and a pull runs loses and doubles nothing", async () => {
    await rig.pull();
    const sending = publish(0, 600);
    const pulling = rig.pull();
    await setTimeout(150);
    await broker.stop();
    await broker.start();
    await Promise.all([sending, pulling]);
    expect(await statuses()).toEqual(["done"]);
    expect(total()).toBe(expected(0, 600));
    expect(rig.sink.facts({ feed: "feed", stream: "messages" })).toHaveLength(1200);
  });

  test("nothing is acknowledged before it is stored: a store that fails gets the same messages again", async () => {
    await rig.pull();
    await publish(0, 60);
    const { write } = rig.sink;
    let tries = 0;
    Object.assign(rig.sink, {
      write: async (batch: Parameters<typeof write>[0]) => {
        tries += 1;
        if (tries === 1) throw new StoreError("write", "away");
        return write(batch);
      },
    });
    await expect(rig.pull()).rejects.toThrow(StoreError);
    expect(total()).toBe(0);
    expect(await statuses()).toEqual(["done"]);
    expect(total()).toBe(expected(0, 60));
  });

  test("a broker that sends no more than ten before it hears of them gives all in one pull", async () => {
    await broker.close();
    broker = await createBroker(["max_inflight_messages 10"]);
    rig = rigOf({ idle: 1 });
    await rig.pull();
    await publish(0, 40);
    const pulling = rig.pull();
    await publish(40, 80);
    await pulling;
    expect(total()).toBe(expected(0, 80));
  });

  test("a message delivered twice counts once, and a correction replaces the first value", async () => {
    await rig.pull();
    const door = await broker.publisher();
    const send = (text: string) => door.publishAsync("town/doors/north/count", text, { qos: 1 });
    await send(message(3, 5));
    await send(message(3, 5));
    await send(message(4, 8));
    await rig.pull();
    await send(message(4, 6));
    const [run] = await rig.pull();
    expect(run?.counts).toMatchObject({ revised: 1 });
    expect(total()).toBe(5 + 2 + 6 + 2);
  });

  test("a wrong message is set aside and does not come back", async () => {
    await rig.pull();
    const door = await broker.publisher();
    for (const text of ["{", '{"time":"2026-11-01T00:00:00Z","data":{"in":-1}}', message(1, 4)])
      await door.publishAsync("town/doors/north/count", text, { qos: 1 });
    await rig.pull();
    expect(rig.sink.rejections.map(({ reason }) => reason)).toEqual(["malformed", "negative"]);
    const [run] = await rig.pull();
    expect(run?.counts.fetched).toBe(0);
    expect(total()).toBe(6);
  });

  test("a session that the broker has forgotten is told", async () => {
    const said: string[] = [];
    const { feed } = rig;
    const [stream] = feed.streams;
    const context = { ...contextOf(said), cursor: { v: 1, session: "beffroi-feed" } };
    await Array.fromAsync(stream?.pull(context) ?? []);
    expect(said).toEqual([expect.stringMatching(/forgot the session/)]);
    said.length = 0;
    await Array.fromAsync(stream?.pull(context) ?? []);
    expect(said).toEqual([]);
  });

  test("a second program under the same client id throws the first out, which says so and loses nothing", async () => {
    await rig.pull();
    rig = rigOf({ idle: 5 });
    const pulling = rig.pull();
    await setTimeout(300);
    const other = await connectAsync(broker.url, {
      username: "counter",
      password: "s3cret-mqtt",
      protocolVersion: version,
      clean: false,
      clientId: "beffroi-feed",
      ...(version === 5 ? { properties: { sessionExpiryInterval: 60 } } : {}),
    });
    const [run] = await pulling;
    expect(run?.status).toBe("unavailable");
    expect(run?.problem).toMatch(/connection lost|session taken over/);
    await other.endAsync();
    await publish(0, 10);
    rig = rigOf();
    await rig.pull();
    expect(total()).toBe(expected(0, 10));
  });

  test("check asks under a session of its own and leaves the messages of the feed where they are", async () => {
    await rig.pull();
    await publish(0, 10);
    const ask = (over: object = {}) => rigOf(over).feed.check(contextOf([]));
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask({ password: "s3cret-wrong" })).toMatchObject({ ok: false });
    await rig.pull();
    expect(total()).toBe(expected(0, 10));
  });

  test("a wrong password stops the feed, says what to do and shows no secret", async () => {
    rig = rigOf({ password: "s3cret-wrong" });
    const [run] = await rig.pull();
    expect(run).toMatchObject({
      status: "unavailable",
      problem: expect.stringMatching(/refused|not authorized/),
    });
    expect(JSON.stringify(run)).not.toMatch(/s3cret/);
  });

  test("nothing personal and no picture is kept", async () => {
    await rig.pull();
    await publish(0, 5);
    await rig.pull();
    const stored = JSON.stringify([rig.sink.batches, rig.sink.rejections, rig.state.runs]);
    expect(rig.sink.totals().size).toBeGreaterThan(0);
    expect(stored).not.toMatch(/Anna|iVBOR|s3cret/);
  });
});

/** @param said what is logged as a warning */
const contextOf = (said: string[]): PullContext => ({
  cursor: null,
  from: undefined,
  until: NOW,
  now: NOW,
  http: { json: never, text: never, bytes: never },
  log: { info: () => undefined, warn: (text) => void said.push(text) },
  signal: new AbortController().signal,
});

const never = () => Promise.reject(new Error("not asked for"));
