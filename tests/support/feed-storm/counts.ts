/** Counters and portals read by presets: a count an hour, some of them late, some corrected, some withdrawn. */
import type { CountsState, PublishedCount } from "../../../demo/stand-ins/counts-state.ts";
import { Faults } from "../../../demo/stand-ins/faults.ts";
import type { CountsService } from "../../ingest/connectors/http-json/counts-source.ts";
import { Agenda, count, DAY, HOUR, isDoubled, type StormSource, serve, type World } from "./source.ts";

export async function countsSource(id: string, service: CountsService, world: World): Promise<StormSource> {
  const state: CountsState = { counts: [] };
  const agenda = new Agenda();
  const faults = new Faults();
  const { random } = world;
  const soon = (at: number) => at + Math.floor(random() * 0.8 * DAY);
  agenda.every(world.from + HOUR, HOUR, (now) => {
    const at = now - HOUR;
    for (const gate of service.gates) {
      const n = Math.floor(random() * 40);
      const reading: PublishedCount = {
        ...{ gate, at, count: n === 7 ? null : Math.max(0, n - 5), publishedAt: now },
      };
      const draw = isDoubled(at) ? 1 : random();
      if (draw < 0.04)
        agenda.add(soon(now), (later) => state.counts.push({ ...reading, publishedAt: later }));
      else state.counts.push(reading);
      if (draw > 0.04 && draw < 0.1)
        agenda.add(soon(now), () => {
          reading.count = (reading.count ?? 0) + 1 + Math.floor(random() * 9);
        });
      if (draw > 0.1 && draw < 0.12)
        agenda.add(soon(now), () => state.counts.splice(state.counts.indexOf(reading), 1));
    }
  });
  const live = () => agenda.runTo(world.now());
  const access = { clock: world.now, key: "s3cret-key", faults };
  const server = await serve(live, service.standIn(state, access));
  return {
    ...{ id, kind: "counter", connector: "http-json", options: service.options(server.url) },
    ...{ wire: server.wire, faults, live, close: server.close },
    settle: async () => live(),
    expected() {
      const sums = new Map<string, number>();
      for (const { at, count: people } of state.counts) count(sums, service.measure, at, people ?? 0);
      return sums;
    },
  };
}
