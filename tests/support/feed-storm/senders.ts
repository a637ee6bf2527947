/** Sources that send by themselves: a device over a real Mosquitto, and a till that pushes by HTTP. */
import { setTimeout } from "node:timers/promises";
import { createBroker } from "../../ingest/connectors/mqtt/broker.ts";
import { Agenda, count, HOUR, type StormSource, type World } from "./source.ts";
import { startWire } from "./wire.ts";

const iso = (at: number) => new Date(at).toISOString();
export const PUSH_TOKEN = "token-of-the-door-0123456789";

/** @param open resolves when the feed's session stands at the broker: nothing is kept for it before */
export async function mqttSource(id: string, world: World, open: Promise<void>): Promise<StormSource> {
  const broker = await createBroker();
  const wire = await startWire(Number(new URL(broker.url).port));
  const door = await broker.publisher();
  const { random } = world;
  const sums = new Map<string, number>();
  const agenda = new Agenda();
  const sent: Promise<unknown>[] = [];
  const publish = (at: number, people: number, time: number) => {
    const text = JSON.stringify({ time: iso(at), sent: iso(time), data: { in: people }, operator: "Anna" });
    sent.push(open.then(() => door.publishAsync("town/doors/north/count", text, { qos: 1 })));
  };
  agenda.every(world.from + HOUR, HOUR, (now) => {
    const at = now - HOUR;
    const people = Math.floor(random() * 40);
    count(sums, "entries", at, people);
    publish(at, people, now);
    const draw = random();
    // Sent once more, or corrected.
    if (draw < 0.05) agenda.add(now + 3 * HOUR, () => publish(at, people, now));
    else if (draw < 0.1)
      agenda.add(now + 9 * HOUR, (later) => {
        count(sums, "entries", at, 3);
        publish(at, people + 3, later);
      });
  });
  const live = () => agenda.runTo(world.now());
  const read = { at: "time", minutes: 60, changed: "sent", values: { entries: "data.in" } };
  const account = { user: "counter", password: "s3cret-mqtt" };
  return {
    ...{ id, kind: "counter", connector: "mqtt", wire, live, expected: () => sums },
    options: {
      ...{ url: `mqtt://127.0.0.1:${wire.port}`, ...account, topics: ["town/doors/{gate}/count"], read },
      ...{ idle: 0.5, longest: 10 },
    },
    async settle() {
      live();
      await Promise.all(sent);
    },
    async restart(pauseMs) {
      await broker.stop();
      await setTimeout(pauseMs);
      await broker.start();
    },
    async close() {
      await wire.close();
      await broker.close();
    },
  };
}

/** Batches of a few hours each, one after the other, each until it is accepted.  @param url of the intake */
export async function pushSource(id: string, world: World, url: () => string): Promise<StormSource> {
  const { random } = world;
  const sums = new Map<string, number>();
  const agenda = new Agenda();
  const rows: object[] = [];
  const waiting: { readonly key: string; readonly body: string }[] = [];
  let batches = 0;
  let sending: Promise<void> | undefined;
  const tell = (at: number, value: number, changed: number) =>
    rows.push({ key: `n/${at / HOUR}`, at: iso(at), value, changed_at: iso(changed) });
  const pack = () => {
    if (rows.length > 0) waiting.push({ key: `batch-${batches++}`, body: JSON.stringify(rows.splice(0)) });
  };
  agenda.every(world.from + HOUR, HOUR, (now) => {
    const at = now - HOUR;
    const people = Math.floor(random() * 40);
    count(sums, "entries", at, people);
    tell(at, people, now);
    if (random() < 0.1)
      agenda.add(now + 20 * HOUR, (later) => {
        count(sums, "entries", at, 2);
        tell(at, people + 2, later);
      });
    if ((now / HOUR) % 6 === 0) pack();
  });
  async function send(): Promise<void> {
    for (let [next] = waiting; next; [next] = waiting) {
      if ((await post(`${url()}/api/v1/feeds/${id}/records`, next)) === 202) waiting.shift();
      else await setTimeout(300);
    }
  }
  const flush = (): Promise<void> => {
    sending ??= send().finally(() => {
      sending = undefined;
    });
    return sending;
  };
  const live = () => {
    agenda.runTo(world.now());
    void flush();
  };
  return {
    ...{ id, kind: "counter", connector: "push", live, expected: () => sums },
    options: { token: PUSH_TOKEN, measure: "entries", minutes: 60, per_minute: 6000 },
    async settle() {
      live();
      pack();
      await flush();
      await flush();
    },
    close: async () => undefined,
  };
}

/** Status, 0 when nobody answered. */
async function post(url: string, { key, body }: { key: string; body: string }): Promise<number> {
  const headers = {
    ...{ "Content-Type": "application/json", Authorization: `Bearer ${PUSH_TOKEN}`, "Idempotency-Key": key },
  };
  try {
    const reply = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(20_000) });
    await reply.arrayBuffer();
    return reply.status;
  } catch {
    return 0;
  }
}
