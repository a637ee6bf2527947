/** One stripe per feed, one slot per day, each state by its shape. x in slots, y in pixels; one path per state for all
 *  stripes. Pure. */
import type { FeedDay } from "../../src/contract/quality.ts";
import { box, short } from "./plot.tsx";

export interface StripeDay {
  readonly slot: number;
  readonly state: FeedDay["state"];
  /** Share observed, 0–1; null where nothing was due. */
  readonly observed: number | null;
}

export interface StripesLayout {
  /** Top of each stripe's name. */
  readonly lanes: readonly { readonly top: number; readonly base: number }[];
  /** Solid bars: whole days, half ones of what came late, the part observed of partial ones. */
  readonly solid: string;
  /** Dotted outlines of what is missing. */
  readonly missing: string;
  /** Ground-coloured dots in corrected days. */
  readonly corrected: string;
  /** Crosses over suspect days, and the ground behind them. */
  readonly crosses: string;
  readonly suspect: string;
  /** Ticks over late days. */
  readonly late: string;
  /** Lines of days on which something is still due. */
  readonly due: string;
  readonly bottom: number;
}

const NAME = 22;
const BAR = 16;
const AIR = 14;
/** Ground left between two days, as a share of one. */
const SIDE = 0.08;

export function layoutStripes(stripes: readonly (readonly StripeDay[])[], top: number): StripesLayout {
  const paths = { solid: "", missing: "", corrected: "", crosses: "", suspect: "", late: "", due: "" };
  const lanes = stripes.map((days, i) => {
    const laneTop = top + i * (NAME + BAR + AIR);
    const base = laneTop + NAME + BAR;
    for (const day of days) draw(paths, day, base);
    return { top: laneTop, base };
  });
  return { lanes, ...paths, bottom: top + stripes.length * (NAME + BAR + AIR) };
}

type Paths = Record<"solid" | "missing" | "corrected" | "crosses" | "suspect" | "late" | "due", string>;

function draw(paths: Paths, { slot, state, observed }: StripeDay, base: number): void {
  const [left, right, ceiling] = [slot + SIDE, slot + 1 - SIDE, base - BAR];
  const middle = base - BAR / 2;
  switch (state) {
    case "ok":
      paths.solid += box(left, ceiling, right, base);
      return;
    case "corrected":
      paths.solid += box(left, ceiling, right, base);
      paths.corrected += `M${short(slot + 0.5)} ${middle}h0`;
      return;
    case "late":
      paths.solid += box(left, middle, right, base);
      paths.late += `M${short(left)} ${ceiling + 1}H${short(right)}`;
      return;
    case "partial": {
      const level = short(base - BAR * Math.max(0.15, Math.min(0.85, observed ?? 0)));
      paths.solid += box(left, Number(level), right, base);
      paths.missing += box(left, ceiling + 0.75, right, Number(level));
      return;
    }
    case "missing":
      paths.missing += box(left, ceiling + 0.75, right, base - 0.75);
      return;
    case "suspect":
      paths.suspect += box(left, ceiling + 0.75, right, base - 0.75);
      paths.crosses += `M${short(left)} ${ceiling + 1}L${short(right)} ${base - 1}M${short(right)} ${ceiling + 1}L${short(left)} ${base - 1}`;
      return;
    case "due":
      paths.due += `M${short(left)} ${base - 1}H${short(right)}`;
      return;
    case "rest":
      return;
  }
}
