/** Signs of a broken feed in the hours of one day. */

/** People in one open hour, and about how many were due in it. */
export interface OpenHour {
  readonly people: number;
  readonly due: number;
}

/** Fewer than this due, and nobody is nothing strange. */
const SOME = 3;

/** Longest run of hours without anybody although some were due; hours in order. */
export function silentHours(hours: readonly OpenHour[]): number {
  return longest(hours, ({ people, due }) => people === 0 && due >= SOME);
}

/** Longest run of hours with one and the same count, above 0; 1 when all differ. */
export function stuckHours(hours: readonly OpenHour[]): number {
  return longest(hours, ({ people }, i) => people > 0 && people === hours[i - 1]?.people) + 1;
}

function longest(hours: readonly OpenHour[], is: (hour: OpenHour, i: number) => boolean): number {
  let run = 0;
  let most = 0;
  for (const [i, hour] of hours.entries()) {
    run = is(hour, i) ? run + 1 : 0;
    most = Math.max(most, run);
  }
  return most;
}
