/** A source in the storm: it lives by the fast clock, and says in the end, by simple sums of its own state, what the
 *  store has to hold. */
import type { Faults } from "../../../demo/stand-ins/faults.ts";
import { listen } from "../../../demo/stand-ins/listen.ts";
import type { Handler } from "../../../demo/stand-ins/reply.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { startWire, type Wire } from "./wire.ts";

/** What the sources of one storm share. */
export interface World {
  readonly now: () => Instant;
  readonly from: Instant;
  /** When everything comes to rest. */
  readonly to: Instant;
  /** Seeded, in [0, 1). */
  readonly random: () => number;
  readonly folder: string;
}

export interface StormSource {
  /** Id of the feed, and of its site. */
  readonly id: string;
  readonly kind: "ticketing" | "counter" | "kiosk" | "weather";
  readonly connector: string;
  readonly options: object;
  readonly wire?: Wire;
  readonly faults?: Faults;
  /** Brings its state up to the clock and sends what it has to send. */
  live(): void;
  /** Sends what is left; nothing happens from then on. */
  settle(): Promise<void>;
  /** Sum of values by `measure instant`, zeros left out. */
  expected(): Map<string, number>;
  /** For a source that has to be ended and started as a whole. */
  restart?(pauseMs: number): Promise<void>;
  close(): Promise<void>;
}

/** What will happen, in order of time. */
export class Agenda {
  private plans: { readonly at: Instant; readonly act: (at: Instant) => void }[] = [];

  add(at: Instant, act: (at: Instant) => void): void {
    const index = this.plans.findIndex((plan) => plan.at > at);
    this.plans.splice(index < 0 ? this.plans.length : index, 0, { at, act });
  }

  /** Repeats for ever, from `at` on. */
  every(at: Instant, stepMs: number, act: (at: Instant) => void): void {
    this.add(at, (now) => {
      act(now);
      this.every(now + stepMs, stepMs, act);
    });
  }

  /** Lets everything happen that is due before an instant. */
  runTo(now: Instant): void {
    for (let [next] = this.plans; next && next.at < now; [next] = this.plans) {
      this.plans.shift();
      next.act(next.at);
    }
  }
}

/** Serves a stand-in behind a wire; before each answer its state is brought up to the clock. */
export async function serve(
  live: () => void,
  handler: Handler,
): Promise<{ readonly url: string; readonly wire: Wire; close(): Promise<void> }> {
  const server = await listen((request, response) => {
    live();
    handler(request, response);
  });
  const wire = await startWire(Number(new URL(server.url).port));
  return {
    url: `http://127.0.0.1:${wire.port}`,
    wire,
    async close() {
      await wire.close();
      await server.close();
    },
  };
}

/** Adds to a sum. */
export function count(sums: Map<string, number>, measure: string, at: Instant, value = 1): void {
  const name = `${measure} ${new Date(at).toISOString()}`;
  const sum = (sums.get(name) ?? 0) + value;
  if (sum === 0) sums.delete(name);
  else sums.set(name, sum);
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Both passes of the hour that the clock repeats: who has only wall time cannot tell them apart when one is late. */
export const isDoubled = (at: Instant) =>
  at >= Date.parse("2026-10-25T00:00Z") && at < Date.parse("2026-10-25T02:00Z");
