/** An Eco-Counter back office: quarter hours that are uploaded each night, corrected or taken away afterwards. */
import { createEcoCounterStandIn } from "../../../demo/stand-ins/eco-counter.ts";
import {
  addEcoChannel,
  addEcoSite,
  addReading,
  correctReading,
  createEcoCounterState,
  readingsAsOf,
} from "../../../demo/stand-ins/eco-counter-state.ts";
import { Faults } from "../../../demo/stand-ins/faults.ts";
import { Agenda, count, DAY, HOUR, isDoubled, type StormSource, serve, type World } from "./source.ts";

export async function ecoSource(id: string, world: World): Promise<StormSource> {
  const { random, from } = world;
  const state = createEcoCounterState();
  const site = addEcoSite(state, {
    ...{ id: 100, name: "Place d'Armes", timezone: "Europe/Paris", position: [3.235, 50.176] as const },
    granularity: "PT1H",
  });
  const into = addEcoChannel(site, { id: 101, name: "IN", travelMode: "pedestrian", direction: "in" });
  const out = addEcoChannel(site, { id: 102, name: "OUT", travelMode: "pedestrian", direction: "out" });
  const agenda = new Agenda();
  agenda.every(from + HOUR, HOUR, (now) => {
    const at = now - HOUR;
    const draw = isDoubled(at) ? 1 : random();
    for (const channel of [into, out]) {
      const people = draw > 0.05 && draw < 0.1 ? null : Math.floor(random() * 30);
      const uploadedAt = draw < 0.05 ? now + Math.floor(random() * DAY) : now;
      agenda.add(uploadedAt, () => addReading(channel, { at, count: people, uploadedAt }));
      if (draw > 0.1 && draw < 0.15)
        agenda.add(now + Math.floor(random() * DAY), (appliedAt) =>
          correctReading(channel, { at, count: draw < 0.11 ? null : 77, appliedAt }),
        );
    }
  });
  const live = () => agenda.runTo(world.now());
  const faults = new Faults();
  const access = { clock: world.now, key: "s3cret-key", faults, timestamps: "offset" as const };
  const server = await serve(live, createEcoCounterStandIn(state, access));
  const since = new Date(from).toISOString().slice(0, 10);
  return {
    ...{
      id,
      kind: "counter",
      connector: "eco-counter",
      wire: server.wire,
      faults,
      live,
      close: server.close,
    },
    options: { api: "v2", url: server.url, key: "s3cret-key", counter: 100, since },
    settle: async () => live(),
    expected() {
      const sums = new Map<string, number>();
      for (const [channel, measure] of [[into, "entries"] as const, [out, "exits"] as const])
        for (const { at, count: people } of readingsAsOf(channel, 0, Number.MAX_VALUE, Number.MAX_VALUE))
          count(sums, measure, at, people ?? 0);
      return sums;
    },
  };
}
