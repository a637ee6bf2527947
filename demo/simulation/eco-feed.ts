/** Writes a counter's readings into the Eco-Counter stand-in, one local day after the other. */
import { addDays, type Instant } from "../../src/domain/time.ts";
import {
  addEcoChannel,
  addEcoSite,
  addReading,
  correctReading,
  type EcoCounterState,
} from "../stand-ins/eco-counter-state.ts";
import { type CounterSetup, counterDay } from "./counter.ts";
import type { Place, World } from "./world.ts";

interface EcoFeed {
  /** Writes what may be visible at an instant. Cheap when the day has not changed. */
  readonly advance: (now: Instant) => void;
}

/** @param number the site's number at the supplier; its channels are `number`1 (in) and `number`2 (out). */
export function ecoFeed(
  world: World,
  place: Place,
  setup: CounterSetup,
  state: EcoCounterState,
  number: number,
): EcoFeed {
  const { site } = place;
  const counter = addEcoSite(state, {
    id: number,
    name: site.name.fr ?? site.id,
    timezone: site.zone,
    position: site.position ? [site.position.longitude, site.position.latitude] : [3.23, 50.17],
    granularity: "PT15M",
  });
  const channel = (digit: number, name: string, direction: "in" | "out") =>
    addEcoChannel(counter, { id: number * 10 + digit, name, travelMode: "pedestrian", direction });
  const sides = [
    { side: "entries" as const, channel: channel(1, "Entrées", "in") },
    { side: "exits" as const, channel: channel(2, "Sorties", "out") },
  ];
  let next = world.start;
  return {
    advance: (now) => {
      for (const last = world.today(now); next <= last; next = addDays(next, 1)) {
        for (const reading of counterDay(world, place, setup, next)) {
          const { at, uploadedAt, correction } = reading;
          for (const { side, channel } of sides) {
            addReading(channel, { at, count: reading[side], uploadedAt });
            if (correction) {
              const { appliedAt } = correction;
              correctReading(channel, { at, count: correction[side], appliedAt });
            }
          }
        }
      }
    },
  };
}
