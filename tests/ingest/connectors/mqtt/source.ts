/** A real Mosquitto with ten days of hours waiting for the feed, for the common suite. */
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { mqttConnector } from "../../../../ingest/connectors/mqtt/connector.ts";
import { HOUR, toIso } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import { createRig, type Source } from "../../rig.ts";
import { createBroker } from "./broker.ts";

const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-10-24T22:00:00Z");
const TOPIC = "town/doors/north/count";

export async function mqttSource(given: { readonly empty: boolean }): Promise<Source> {
  const broker = await createBroker();
  const door = await broker.publisher();
  const clock = { now: NOW };
  const counts = new Map<number, number>();
  const tell = async (at: number, people: number): Promise<void> => {
    counts.set(at, people);
    const data = { in: people, badge: "alix@example.org" };
    const message = { time: toIso(at), sent: toIso(clock.now), data, operator: "Anna Dupont" };
    await door.publishAsync(TOPIC, JSON.stringify(message), { qos: 1 });
  };
  const read = { at: "time", minutes: 60, changed: "sent", values: { entries: "data.in" } };
  const options = {
    ...{
      url: broker.url,
      user: "counter",
      password: "s3cret-mqtt",
      topics: ["town/doors/{gate}/count"],
      read,
    },
    ...{ idle: 0.3, longest: 10 },
  };
  // The broker keeps messages for a session only once it has been there.
  await createRig({ connector: mqttConnector, options, clock }).pull();
  if (!given.empty) {
    const sends: Promise<void>[] = [];
    for (let at = FIRST; at < NOW; at += HOUR)
      if (at !== NOW - 40 * HOUR) sends.push(tell(at, 1 + ((at / HOUR) % 7)));
    await Promise.all(sends);
  }
  return {
    connector: mqttConnector,
    options,
    clock,
    faults: new Faults(),
    requests: 1,
    tainted: ["Anna", "Dupont", "@example.org", "alix"],
    expected: () =>
      new Map(
        [...counts]
          .map(([at, people]): [string, number] => [
            totalName({ measure: "entries", at, site: "tank-1917" }),
            people,
          ])
          .sort(([a], [b]) => a.localeCompare(b)),
      ),
    async add() {
      clock.now += HOUR;
      await tell(clock.now - HOUR, 4);
    },
    async late() {
      clock.now += HOUR;
      await tell(NOW - 40 * HOUR, 6);
    },
    async cancel() {
      clock.now += HOUR;
      await tell(NOW - 20 * HOUR, 40);
    },
    shift: () => undefined,
    setExpired: (expired) => broker.setPassword(expired ? "another" : "s3cret-mqtt"),
    close: broker.close,
  };
}
