/** Geometry of a week at the desk: days side by side, each as wide as the longest opening of the week, x in half-hours
 *  (or half-days), y in pixels. */
import { type ValueScale, valueScale } from "./axis.tsx";
import { box, short } from "./plot.tsx";
import { type Run, runsOf } from "./runs.ts";

/** A piece of a day on which nothing changes; x counted from the left edge of its day. */
export interface StaffPiece {
  readonly from: number;
  readonly to: number;
  readonly need50: number | null;
  readonly need80: number | null;
  readonly planned: number | null;
  /** People missing. */
  readonly short: number;
}

export interface StaffColumn {
  readonly pieces: readonly StaffPiece[];
  readonly closed: boolean;
  readonly weekend: boolean;
}

export interface StaffFrame {
  readonly top: number;
  readonly bottom: number;
  readonly ticks: number;
  /** Width of a day. */
  readonly span: number;
}

export interface StaffLayout {
  readonly scale: ValueScale;
  /** In days. */
  readonly weekends: readonly Run[];
  readonly closed: readonly Run[];
  readonly need80: string;
  readonly need50: string;
  readonly edges: string;
  readonly plan: string;
  /** Open, but no need is known. */
  readonly unknown: readonly { readonly from: number; readonly to: number }[];
  /** Need of 8 times in 10, told once a run of equal need. */
  readonly needs: readonly { readonly x: number; readonly y: number; readonly people: number }[];
  /** Runs on which people are missing. */
  readonly gaps: readonly { readonly x: number; readonly y: number; readonly people: number }[];
}

/** Lays out the days in order; pieces of a day must not overlap. */
export function layoutStaff(
  days: readonly StaffColumn[],
  { top, bottom, ticks, span }: StaffFrame,
): StaffLayout {
  const pieces = days.flatMap((day, d) =>
    day.pieces.map((piece) => ({ ...piece, from: d * span + piece.from, to: d * span + piece.to })),
  );
  const largest = Math.max(1, ...pieces.flatMap(({ need80, planned }) => [need80 ?? 0, planned ?? 0]));
  const scale = valueScale(largest, top, bottom, Math.min(ticks, largest + 1));
  const known = pieces.filter(({ need80 }) => need80 !== null);
  const bar = (from: number, to: number, people: number | null) =>
    people ? box(from, scale.y(people), to, bottom) : "";
  return {
    scale,
    weekends: runsOf(days.length, (d) => days[d]?.weekend ?? false),
    closed: runsOf(days.length, (d) => days[d]?.closed ?? false),
    need80: known.map(({ from, to, need80 }) => bar(from, to, need80)).join(""),
    need50: known.map(({ from, to, need50 }) => bar(from, to, need50)).join(""),
    edges: known
      .map(({ from, to, need80 }) => `M${short(from)} ${scale.y(need80 ?? 0)}H${short(to)}`)
      .join(""),
    plan: planPath(pieces, scale),
    unknown: merged(
      pieces.filter(({ need80 }) => need80 === null),
      () => 0,
    ),
    needs: merged(known, ({ need80 }) => need80 ?? 0).map(({ from, to, value }) => ({
      x: (from + to) / 2,
      y: scale.y(value),
      people: value,
    })),
    gaps: merged(
      pieces.filter((piece) => piece.short > 0),
      (piece) => piece.short,
    ).map(({ from, to, value }) => ({
      x: (from + to) / 2,
      y: Math.min(...pieces.filter((p) => p.from >= from && p.to <= to).map((p) => scale.y(p.need80 ?? 0))),
      people: value,
    })),
  };
}

/** One stroke per stretch of plan without a break; it climbs and falls where the number changes. */
function planPath(pieces: readonly StaffPiece[], { y }: ValueScale): string {
  let path = "";
  let end = Number.NaN;
  for (const { from, to, planned } of pieces) {
    if (planned === null) continue;
    const height = short(y(planned));
    path += from === end ? `V${height}H${short(to)}` : `M${short(from)} ${height}H${short(to)}`;
    end = to;
  }
  return path;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Neighbours of equal value as one. */
function merged(pieces: readonly StaffPiece[], of: (piece: StaffPiece) => number): Stretch[] {
  const out: Stretch[] = [];
  for (const piece of pieces) {
    const value = of(piece);
    const last = out.at(-1);
    if (last && last.to === piece.from && last.value === value)
      out[out.length - 1] = { ...last, to: piece.to };
    else out.push({ from: piece.from, to: piece.to, value });
  }
  return out;
}
