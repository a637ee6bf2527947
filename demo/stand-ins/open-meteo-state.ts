/** What a weather service knows: what its runs say of each hour, what came, and what was put right afterwards. Values
 *  are asked for and not stored, so that two years of runs cost nothing until somebody reads them. */
import { HOUR, type Instant } from "../../src/domain/time.ts";

export type Variable = "temperature_2m" | "precipitation";

export interface OpenMeteoState {
  /** °C at an instant, or mm in the hour that ends at it, as the run that began at `run` has it; null = not told. */
  predict: (variable: Variable, at: Instant, run: Instant) => number | null;
  /** The same as it came. */
  measure: (variable: Variable, at: Instant) => number | null;
  /** What the archive held or holds instead, each list ascending by `appliedAt`: key as of {@link slotOf}. */
  readonly corrections: Map<string, { readonly value: number | null; readonly appliedAt: Instant }[]>;
  /** The archive ends so long before now, ms. */
  archiveLagMs: number;
}

/** A new run every six hours, out five hours after it began. */
const EVERY_MS = 6 * HOUR;
const OUT_MS = 5 * HOUR;
const FARTHEST_MS = 16 * 24 * HOUR;

/** A service that tells what the functions say. */
export function createOpenMeteoState(told: Pick<OpenMeteoState, "predict" | "measure">): OpenMeteoState {
  return { ...told, corrections: new Map(), archiveLagMs: 5 * 24 * HOUR };
}

export function slotOf(variable: Variable, at: Instant): string {
  return `${variable} ${at}`;
}

/** The archive's value changes (null: is taken out) at an instant. */
export function correctArchive(
  state: OpenMeteoState,
  slot: { readonly variable: Variable; readonly at: Instant },
  value: number | null,
  appliedAt: Instant,
): void {
  const key = slotOf(slot.variable, slot.at);
  state.corrections.set(key, [...(state.corrections.get(key) ?? []), { value, appliedAt }]);
}

/** Value of the newest run that is out; of hours gone by, the run of their time. */
export function forecastValue(
  state: OpenMeteoState,
  variable: Variable,
  at: Instant,
  now: Instant,
): number | null {
  return previousValue(state, variable, at, 0, now);
}

/** What was forecast at least `days` days before an instant; null when no such run is out. */
export function previousValue(
  state: OpenMeteoState,
  variable: Variable,
  at: Instant,
  days: number,
  now: Instant,
): number | null {
  const newest = Math.floor((now - OUT_MS) / EVERY_MS) * EVERY_MS;
  const begun = Math.floor((at - days * 24 * HOUR) / EVERY_MS) * EVERY_MS;
  // An earlier forecast of an hour far ahead is that of a run still to come.
  if (days > 0 && begun > newest) return null;
  const run = Math.min(begun, newest);
  return at - run > FARTHEST_MS ? null : rounded(variable, state.predict(variable, at, run));
}

/** What came, as the archive has it at `now`; null where it lags or has a hole. */
export function archiveValue(
  state: OpenMeteoState,
  variable: Variable,
  at: Instant,
  now: Instant,
): number | null {
  if (at > now - state.archiveLagMs) return null;
  const changed = state.corrections.get(slotOf(variable, at))?.findLast((one) => one.appliedAt <= now);
  return rounded(variable, changed ? changed.value : state.measure(variable, at));
}

function rounded(variable: Variable, value: number | null): number | null {
  if (value === null) return null;
  const digits = variable === "temperature_2m" ? 10 : 100;
  return Math.round(value * digits) / digits;
}
