/** Weather as it came instead of as it was forecast: what explains the past, where nothing has to be foreseen. */
import type { Covariate } from "../inputs.ts";

/** Each step's last row, as if it had always been known; steps of which nothing was said stay without. */
export function asObserved({ name, step, value }: Covariate): Covariate {
  const last = new Map<number, number>();
  // Rows are in the order of their issue: what came is issued after every forecast of it.
  for (const [row, at] of step.entries()) last.set(at, value[row] ?? Number.NaN);
  const steps = [...last.keys()].sort((a, b) => a - b);
  return {
    name,
    issued: new Float64Array(steps.length).fill(Number.NEGATIVE_INFINITY),
    step: Int32Array.from(steps),
    value: Float64Array.from(steps, (at) => last.get(at) ?? Number.NaN),
  };
}
