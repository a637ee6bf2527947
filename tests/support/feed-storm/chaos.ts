/** What goes wrong in the storm, drawn by a seed. */
import { setTimeout } from "node:timers/promises";
import type { Member } from "./crew.ts";
import type { StormSource } from "./source.ts";

export interface Victims {
  readonly workers: readonly Member[];
  readonly door: Member;
  /** Process of the store's engine, undefined while it is down. */
  readonly engine: () => number | undefined;
  readonly sources: readonly StormSource[];
}

/** How often each thing was done. */
export type Done = Map<string, number>;

/** Longest time without the engine's death that it needs to be started again at once, ms. */
const ENGINE_REST_MS = 65_000;

/** A blow every 3 to 8 seconds until `until` (the machine's clock); resolves when no network is down any more. */
export async function rage(victims: Victims, random: () => number, until: number): Promise<Done> {
  const done: Done = new Map();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const note = (what: string) => done.set(what, (done.get(what) ?? 0) + 1);
  const pending: Promise<unknown>[] = [];
  let engineAt = 0;
  for (;;) {
    await setTimeout(3000 + random() * 5000);
    if (Date.now() >= until) break;
    const draw = random();
    const source = pick(victims.sources);
    if (draw < 0.3) {
      pick(victims.workers)?.kill(random() * 8000);
      note("worker killed");
    } else if (draw < 0.34) {
      pick(victims.workers)?.freeze(24_000 + random() * 10_000);
      note("worker frozen");
    } else if (draw < 0.4) {
      victims.door.kill(random() * 3000);
      note("intake killed");
    } else if (draw < 0.52) {
      const pid = victims.engine();
      if (pid === undefined || Date.now() - engineAt < ENGINE_REST_MS) continue;
      engineAt = Date.now();
      process.kill(pid, "SIGKILL");
      note("engine killed");
    } else if (draw < 0.6) {
      const broker = victims.sources.find((one) => one.restart);
      if (!broker?.restart || pending.length > 0) continue;
      const restarting = broker.restart(random() * 6000);
      pending.push(restarting);
      void restarting.finally(() => pending.pop());
      note("broker restarted");
    } else if (draw < 0.72) {
      const { wire } = source ?? {};
      if (!wire) continue;
      wire.setDown(true);
      void setTimeout(2000 + random() * 10_000).then(() => wire.setDown(false));
      note("network down");
    } else if (draw < 0.84) {
      for (const { wire } of victims.sources) wire?.cut();
      note("network cut");
    } else {
      const kind = pick(["cut", "503", "429", "500", "garbage"] as const) ?? "cut";
      const after = Math.floor(random() * 3);
      const fault = { match: /./, after, times: 1 + Math.floor(random() * 4) };
      if (!source?.faults) continue;
      if (kind === "cut" || kind === "garbage") source.faults.add({ ...fault, kind });
      else source.faults.add({ ...fault, kind: "status", status: Number(kind), retryAfter: "2" });
      note(`answered with ${kind}`);
    }
  }
  for (const { faults, wire } of victims.sources) {
    faults?.clear();
    wire?.setDown(false);
  }
  await Promise.all(pending);
  return done;
}
