/** Times of many calls, and what to say of them. */

/** Milliseconds of each of `n` calls, one after the other. */
export async function timed(n: number, call: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < n; i++) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  return times;
}

/** The p-th share (0–1) of times, nearest rank. */
export function rank(times: readonly number[], p: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

export function percentiles(times: readonly number[]): string {
  return `p50 ${rank(times, 0.5).toFixed(2)} ms, p99 ${rank(times, 0.99).toFixed(2)} ms`;
}

export async function seconds(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return (performance.now() - began) / 1000;
}

export function thousands(n: number): string {
  return `${(n / 1000).toFixed(0)} k`;
}
