/** More sites than were counted: the counted ones, then likenesses of them that differ in size and in every step. */
import type { Series } from "../../src/domain/series.ts";
import { seeded } from "../../src/forecast/boost/random.ts";

/** Spread of a likeness, as natural logarithms: of its size, and of each count. */
const SIZE = 0.7;
const COUNT = 0.15;

/** Exactly `count` series; gaps stay where they are. The same arguments give the same counts. */
export function replicate(series: readonly Series[], count: number): Series[] {
  const random = seeded(32);
  return Array.from({ length: count }, (_, n) => {
    const { id, values } = series[n % series.length] ?? { id: "", values: new Float64Array(0) };
    if (n < series.length) return { id, values };
    const size = Math.exp(SIZE * (2 * random() - 1));
    return {
      id: `${id}-${Math.floor(n / series.length)}`,
      values: values.map((value) => Math.round(value * size * Math.exp(COUNT * (2 * random() - 1)))),
    };
  });
}
