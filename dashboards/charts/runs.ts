/** Neighbouring slots with the same property, merged: a closed week is one hatch, not seven. */

/** Half-open run of slots `[from, to)`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of consecutive indices for which `holds` is true, in order. */
export function runsOf(count: number, holds: (index: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < count; i++) {
    if (!holds(i)) continue;
    const from = i;
    while (i + 1 < count && holds(i + 1)) i++;
    runs.push({ from, to: i + 1 });
  }
  return runs;
}
