/** Geometry of the schematic map: sites by their position, pushed apart where they would lie on each other, with arrows
 *  between them. Pixels, y downwards, north up. Pure. */
import { geoMercator } from "d3-geo";
import { line } from "d3-shape";
import type { MultiPoint } from "geojson";
import { kilometres } from "../../src/domain/distance.ts";
import { bowedArrow } from "./bowed-arrow.ts";
import { type Anchor, type Box, clash, textBox } from "./labels.ts";
import { textWidth } from "./text-width.ts";

type Point = readonly [x: number, y: number];

export interface MapPlace {
  readonly site: string;
  /** Degrees (WGS 84). */
  readonly at: Point;
  /** Lines of text beside it, the first one bold. */
  readonly lines: readonly string[];
}

export interface MapInput {
  readonly places: readonly MapPlace[];
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  /** Lines in degrees; none is fine. */
  readonly outline: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

export interface MapLayout {
  /** In the order of the input. */
  readonly places: readonly {
    readonly site: string;
    readonly x: number;
    readonly y: number;
    readonly label: PlacedLabel;
  }[];
  readonly arrows: readonly {
    readonly shaft: string;
    readonly head: string;
    readonly label: PlacedLabel;
    readonly text: string;
  }[];
  readonly outline: string;
  /** A round number of kilometres, and its length. */
  readonly scale: { readonly km: number; readonly width: number };
}

/** Half the size of a mark, and the room that two of them keep. */
const MARK = 14;
const APART = 44;
const PAD = { x: 72, y: 44 };
const LINE = 16;
/** A territory of one place is shown with so much around it, degrees. */
const AROUND = 0.05;

/** @throws nothing: no places give an empty drawing */
export function layoutMap({ places, arrows, outline, width, height }: MapInput): MapLayout {
  const project = projection([...places.map(({ at }) => at), ...outline.flat()], width, height);
  const points = apart(
    places.map(({ at }) => project(at)),
    width,
    height,
  );
  const at = (site: string) => points[places.findIndex((place) => place.site === site)];
  const taken: Box[] = points.map(([x, y]) => boxAround(x, y, MARK));
  const drawn = arrows.flatMap(({ from, to, label }) => {
    const [start, end] = [at(from), at(to)];
    return start && end ? [{ ...bowedArrow(start, end, MARK), text: label }] : [];
  });
  for (const { along } of drawn) taken.push(...along.map(([x, y]) => boxAround(x, y, 6)));
  for (const { label, text } of drawn)
    taken.push(textBox(label.x, textWidth(text, 12, true), label.anchor, label.y - 12, label.y + 4));
  const labels = places.map(({ lines }, i) => labelFor(lines, points[i] ?? [0, 0], taken, width, height));
  return {
    places: places.map(({ site }, i) => {
      const [x, y] = points[i] ?? [0, 0];
      return { site, x, y, label: labels[i] ?? { x, y, anchor: "start" } };
    }),
    arrows: drawn.map(({ shaft, head, label, text }) => ({ shaft, head, label, text })),
    outline: outline.map((ring) => path(ring.map(project)) ?? "").join(""),
    scale: scaleOf(project.invert, width, height),
  };
}

const path = line<Point>(
  ([x]) => x,
  ([, y]) => y,
).digits(1);

function projection(points: readonly Point[], width: number, height: number) {
  const [first = [0, 0]] = points;
  const lone = points.every(([x, y]) => Math.hypot(x - first[0], y - first[1]) < 1e-6);
  const around: Point[] = [-AROUND, AROUND].map((by) => [first[0] + by, first[1] + by]);
  const all: MultiPoint = {
    type: "MultiPoint",
    coordinates: [...points, ...(lone ? around : [])].map(([x, y]) => [x, y]),
  };
  const mercator = geoMercator().fitExtent(
    [
      [PAD.x, PAD.y],
      [width - PAD.x, height - PAD.y],
    ],
    all,
  );
  const project = ([x, y]: Point): Point => mercator([x, y]) ?? [0, 0];
  return Object.assign(project, { invert: ([x, y]: Point): Point => mercator.invert?.([x, y]) ?? [0, 0] });
}

/** Pushes marks that would overlap away from each other; those on the same spot side by side. */
function apart(points: readonly Point[], width: number, height: number): Point[] {
  const out = points.map(([x, y]) => ({ x, y }));
  for (let round = 0; round < 60; round++) {
    for (const [i, a] of out.entries()) {
      for (const b of out.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= APART) continue;
        const push = (APART - distance) / 2;
        const [ux, uy] = distance < 0.01 ? [0.6, 0.8] : [dx / distance, dy / distance];
        a.x -= ux * push;
        a.y -= uy * push;
        b.x += ux * push;
        b.y += uy * push;
      }
    }
    for (const p of out) {
      p.x = Math.min(width - MARK, Math.max(MARK, p.x));
      p.y = Math.min(height - MARK - LINE, Math.max(MARK + LINE, p.y));
    }
  }
  return out.map(({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
}

/** The first side with room: right, left, below, above; right where none has. */
function labelFor(
  lines: readonly string[],
  [x, y]: Point,
  taken: Box[],
  width: number,
  height: number,
): PlacedLabel {
  const wide = Math.max(0, ...lines.map((text, i) => textWidth(text, 12, i === 0)));
  const tall = lines.length * LINE;
  const sides: readonly PlacedLabel[] = [
    { x: x + MARK + 6, y: y + 4 - (tall - LINE) / 2, anchor: "start" },
    { x: x - MARK - 6, y: y + 4 - (tall - LINE) / 2, anchor: "end" },
    { x, y: y + MARK + LINE, anchor: "middle" },
    { x, y: y - MARK - 6 - (tall - LINE), anchor: "middle" },
  ];
  const boxOf = (label: PlacedLabel) =>
    textBox(label.x, wide, label.anchor, label.y - 12, label.y - 12 + tall);
  const fits = (box: Box) =>
    box.left >= 0 &&
    box.right <= width &&
    box.top >= 0 &&
    box.bottom <= height &&
    !taken.some((other) => clash(other, box));
  const [fallback] = sides;
  const best = sides.find((label) => fits(boxOf(label))) ?? fallback ?? { x, y, anchor: "start" };
  taken.push(boxOf(best));
  return best;
}

function boxAround(x: number, y: number, by: number): Box {
  return { left: x - by, right: x + by, top: y - by, bottom: y + by };
}

/** About a fifth of the width, in a round number of kilometres. */
function scaleOf(invert: (at: Point) => Point, width: number, height: number): MapLayout["scale"] {
  const [a, b] = [invert([width / 2, height / 2]), invert([width / 2 + 100, height / 2])];
  const perPixel = kilometres(positionOf(a), positionOf(b)) / 100;
  const wanted = (width / 5) * perPixel;
  const km = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100].findLast((n) => n <= wanted) ?? 0.1;
  return { km, width: Math.round(km / perPixel) };
}

function positionOf([longitude, latitude]: Point) {
  return { longitude, latitude };
}
