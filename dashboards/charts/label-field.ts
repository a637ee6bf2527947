/** Keeps labels apart on a drawing that is shown at several widths. Each label claims its place at the usual width; one
 *  that would run into something at the narrowest width is shown on wide screens only. */
import { type Anchor, anchorWithin, type Box, clash, crosses, textBox } from "./labels.ts";

/** One width of the drawing, in pixels, with what stands there already. */
export interface Field {
  readonly width: number;
  /** Pixels a slot. */
  readonly step: number;
  /** Heights of the lines drawn, one per slot, NaN where broken. */
  readonly lines: readonly (readonly number[])[];
  readonly taken: Box[];
}

/** A wanted place: `slot` in slots, the rest in pixels. */
export interface Spot {
  readonly slot: number;
  readonly dx: number;
  readonly anchor: Anchor;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** True where the label may lie over lines. */
  readonly over: boolean;
}

/** Where a claimed label is shown. */
export type Shown = "always" | "roomy";

/** A field of a given width for `count` slots. */
export function field(width: number, count: number, lines: Field["lines"]): Field {
  return { width, step: width / Math.max(1, count), lines, taken: [] };
}

function boxIn(spot: Spot, { step }: Field): Box {
  return textBox(spot.slot * step + spot.dx, spot.width, spot.anchor, spot.top, spot.bottom);
}

function isFree(spot: Spot, at: Field): boolean {
  const box = boxIn(spot, at);
  if (box.left < -1 || box.right > at.width + 1) return false;
  if (!spot.over && at.lines.some((line) => crosses(line, at.step, box))) return false;
  return !at.taken.some((other) => clash(other, box));
}

/** Takes the place where it is free at the usual width; null where it is not. */
export function claim(spot: Spot, usual: Field, narrowest: Field): Shown | null {
  if (!isFree(spot, usual)) return null;
  usual.taken.push(boxIn(spot, usual));
  if (!isFree(spot, narrowest)) return "roomy";
  narrowest.taken.push(boxIn(spot, narrowest));
  return "always";
}

/** Marks a place as taken at both widths. */
export function block(spot: Spot, usual: Field, narrowest: Field): void {
  for (const at of [usual, narrowest]) at.taken.push(boxIn(spot, at));
}

/** A spot centred on a slot, or held by the edge that its text would cross at the narrowest width. */
export function centred(
  slot: number,
  count: number,
  width: number,
  narrowest: Field,
  rows: { readonly top: number; readonly bottom: number; readonly over: boolean },
): Spot {
  const { anchor } = anchorWithin(slot * narrowest.step, width, narrowest.width);
  const held = anchor === "start" ? 0 : anchor === "end" ? count : slot;
  return { slot: held, dx: 0, anchor, width, ...rows };
}
