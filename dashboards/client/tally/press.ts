/** What presses come to: sums of an hour, what undo and −1 take back, which quarters "counted" covers. Pure; instants
 *  are epoch ms by the clock of the device. */

/** One press, or one quarter of an hour confirmed (count 0). */
export interface Press {
  readonly id: string;
  readonly site: string;
  readonly at: number;
  /** Class; "" = not told apart. */
  readonly tariff: string;
  readonly count: number;
  readonly withdrawn: boolean;
  /** `new`: never left this device. `tried`: sent, and no answer came yet. `stored`: the server has it as it stands. */
  readonly state: "new" | "tried" | "stored";
}

/** Half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
/** Undo reaches back so far, and "counted" too. */
const BACK = 4 * HOUR;

/** The hour that runs: of the opening where one runs, else of the clock. @param minute of the local clock */
export function hourAt(now: number, slots: readonly Stretch[], minute: number): Stretch {
  const slot = slots.find(({ from, to }) => from <= now && now < to);
  if (slot) return slot;
  const from = Math.floor(now / 60_000) * 60_000 - minute * 60_000;
  return { from, to: from + HOUR };
}

/** People of a class in a stretch of time; of all classes where none is named. */
export function peopleIn(presses: readonly Press[], { from, to }: Stretch, tariff?: string): number {
  return presses
    .filter((press) => !press.withdrawn && press.at >= from && press.at < to)
    .filter((press) => tariff === undefined || press.tariff === tariff)
    .reduce((sum, { count }) => sum + count, 0);
}

/** The newest press that still stands: what undo takes back; of a class and stretch, what −1 does. */
export function newest(presses: readonly Press[], { from, to }: Stretch, tariff?: string): Press | undefined {
  return presses
    .filter(({ count, withdrawn, at }) => count > 0 && !withdrawn && at >= from && at < to)
    .filter((press) => tariff === undefined || press.tariff === tariff)
    .reduce<Press | undefined>((last, press) => (last && last.at > press.at ? last : press), undefined);
}

/** Since when "counted" speaks: from what was confirmed last, else from the hour of the first press, at most four hours
 *  back; from the running hour where nothing was pressed. */
export function countedSince(
  presses: readonly Press[],
  hour: Stretch,
  slots: readonly Stretch[],
  now: number,
): number {
  const recent = presses.filter(({ at, withdrawn }) => !withdrawn && at > now - BACK && at <= now);
  const confirmed = recent.filter(({ count }) => count === 0).map(({ at }) => at);
  if (confirmed.length > 0) return Math.max(...confirmed);
  const first = Math.min(hour.from, ...recent.map(({ at }) => at));
  const slot = slots.find(({ from, to }) => from <= first && first < to);
  return slot ? slot.from : first < hour.from ? Math.floor(first / QUARTER) * QUARTER : hour.from;
}

/** Starts of the quarters of an hour from `from` up to the running one. */
export function quartersSince(from: number, now: number): number[] {
  const first = Math.floor(from / QUARTER) * QUARTER;
  const count = Math.max(0, Math.floor((now - first) / QUARTER) + 1);
  return Array.from({ length: count }, (_, i) => first + i * QUARTER);
}

/** The same press as the store of the device holds it once it is taken back; null = forget it, it never left. */
export function takenBack(press: Press): Press | null {
  return press.state === "new" ? null : { ...press, withdrawn: true, state: "new" };
}
