/** Where labels may stand. A label is a box in pixels of the narrowest width the drawing is made for: what is apart
 *  there is apart at every larger width. */

/** Box in pixels; y grows downwards. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Anchor = "start" | "middle" | "end";

/** Box of a text block. `x` is where its anchor stands. */
export function textBox(x: number, width: number, anchor: Anchor, top: number, bottom: number): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top, bottom };
}

/** True when two boxes are closer than `air` pixels. */
export function clash(a: Box, b: Box, air = 4): boolean {
  return a.left < b.right + air && b.left < a.right + air && a.top < b.bottom && b.top < a.bottom;
}

/** A line of values as heights, NaN where broken, one per slot of `step` pixels: does it pass through the box? */
export function crosses(ys: readonly number[], step: number, box: Box): boolean {
  const slotOf = (x: number) => x / step - 0.5;
  const [left, right] = [slotOf(box.left), slotOf(box.right)];
  const hits = (y: number) => y > box.top && y < box.bottom;
  for (let i = Math.max(0, Math.floor(left)); i <= Math.min(ys.length - 1, Math.ceil(right)); i++) {
    const here = ys[i] ?? Number.NaN;
    if (i >= left && i <= right && hits(here)) return true;
    const slope = (ys[i + 1] ?? Number.NaN) - here;
    const from = here + slope * Math.max(0, left - i);
    const to = here + slope * Math.min(1, right - i);
    if (right > i && left < i + 1 && Math.max(from, to) > box.top && Math.min(from, to) < box.bottom)
      return true;
  }
  return false;
}

/** Middle anchor where the text fits, else the edge it would cross. */
export function anchorWithin(
  x: number,
  width: number,
  total: number,
): { readonly x: number; readonly anchor: Anchor } {
  if (x - width / 2 < 0) return { x: 0, anchor: "start" };
  if (x + width / 2 > total) return { x: total, anchor: "end" };
  return { x, anchor: "middle" };
}

/** SVG class of an anchor. */
export const ANCHOR_CLASS = { start: "", middle: "m", end: "e" } as const;
