/** An arrow between two marks, bowed so that it does not run over what lies between. Pixels. Pure. */
import type { Anchor } from "./labels.ts";
import { short } from "./plot.tsx";

type Point = readonly [x: number, y: number];

export interface BowedArrow {
  readonly shaft: string;
  readonly head: string;
  /** Where its label stands: outside of the bow. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: Anchor };
  /** Points of the shaft, close enough to keep labels off it. */
  readonly along: readonly Point[];
}

const STEPS = Array.from({ length: 11 }, (_, i) => i / 10);

/** @param mark half the size of the marks, which it stops short of */
export function bowedArrow([x1, y1]: Point, [x2, y2]: Point, mark: number): BowedArrow {
  const length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const bow = Math.min(32, length * 0.18);
  const control: Point = [(x1 + x2) / 2 - uy * bow, (y1 + y2) / 2 + ux * bow];
  const toward = ([x, y]: Point, by: number): Point => {
    const reach = Math.max(1, Math.hypot(control[0] - x, control[1] - y));
    return [x + ((control[0] - x) / reach) * by, y + ((control[1] - y) / reach) * by];
  };
  const start = toward([x1, y1], mark + 6);
  const tip = toward([x2, y2], mark + 4);
  const base = toward([x2, y2], mark + 14);
  const [hx, hy] = [(tip[0] - base[0]) / 10, (tip[1] - base[1]) / 10];
  const corner = (side: number): Point => [base[0] - hy * 6 * side, base[1] + hx * 6 * side];
  const join = (points: readonly Point[]) => points.map(([x, y]) => `${short(x)} ${short(y)}`);
  const [a, b, c] = join([start, control, base]);
  const [left, top, right] = join([corner(1), tip, corner(-1)]);
  return {
    shaft: `M${a}Q${b} ${c}`,
    head: `M${left}L${top}L${right}Z`,
    label: labelOf((x1 + x2) / 2 - uy * bow * 0.5, (y1 + y2) / 2 + ux * bow * 0.5, -uy, ux),
    along: STEPS.map((t) => {
      const mix = (p: number, q: number, r: number) => (1 - t) ** 2 * p + 2 * t * (1 - t) * q + t ** 2 * r;
      return [mix(start[0], control[0], tip[0]), mix(start[1], control[1], tip[1])];
    }),
  };
}

/** Off the middle of the shaft, along the normal on which it bows. */
function labelOf(x: number, y: number, nx: number, ny: number): BowedArrow["label"] {
  if (Math.abs(nx) > 0.5) return { x: x + nx * 10, y: y + ny * 10 + 4, anchor: nx > 0 ? "start" : "end" };
  return { x: x + nx * 10, y: y + (ny > 0 ? 20 : -10), anchor: "middle" };
}
