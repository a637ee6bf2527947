/** Where the marks of the logbook stand: a lane per site, what people and the calendar say in its upper row, what the
 *  data say in the lower one. x in slots (days), y in pixels. Pure. */
import { GLYPH, type Glyph } from "./glyphs.tsx";
import type { Run } from "./runs.ts";
import { textWidth } from "./text-width.ts";

export interface TimelineEntry {
  readonly lane: number;
  readonly glyph: Glyph;
  /** Days from the left edge, half-open; may reach beyond the drawing. */
  readonly run: Run;
  readonly inModel: boolean;
  /** Written beside the mark where there is room; empty = nothing. */
  readonly name: string;
}

export interface PlacedMark {
  readonly slot: number;
  readonly y: number;
  readonly glyph: Glyph;
  readonly inModel: boolean;
  /** Things that stand here: the same kind in the same week, or whatever found no room at the right edge. */
  readonly count: number;
  readonly label: string;
  /** `roomy` = on wide screens only; null = never. */
  readonly shown: "always" | "roomy" | null;
}

export interface PlacedBar {
  readonly run: Run;
  readonly y: number;
  /** `closed` is hatched, `span` a line. */
  readonly kind: "closed" | "span";
  readonly label: string;
}

export interface PlacedLane {
  readonly top: number;
  readonly bottom: number;
}

export interface TimelineLayout {
  readonly lanes: readonly PlacedLane[];
  readonly marks: readonly PlacedMark[];
  readonly bars: readonly PlacedBar[];
  readonly bottom: number;
}

export interface TimelineFrame {
  /** Pixels at the narrowest and at the usual width of the drawing. */
  readonly width: number;
  readonly usual: number;
  readonly top: number;
  /** Days drawn. */
  readonly count: number;
  readonly lanes: number;
}

const NAME = 22;
const ROW = 20;
const AIR = 8;
const DATA: readonly Glyph[] = ["correction", "more", "fewer"];

export function layoutTimeline(entries: readonly TimelineEntry[], frame: TimelineFrame): TimelineLayout {
  const inside = entries.filter(({ run }) => run.to > 0 && run.from < frame.count);
  const lanes: PlacedLane[] = [];
  const marks: PlacedMark[] = [];
  const bars: PlacedBar[] = [];
  let top = frame.top;
  for (let lane = 0; lane < frame.lanes; lane++) {
    const own = inside.filter((entry) => entry.lane === lane);
    const isData = ({ glyph }: TimelineEntry) => DATA.includes(glyph);
    const rows = [own.filter((entry) => !isData(entry)), own.filter(isData)].filter((row) => row.length > 0);
    rows.forEach((row, i) => {
      const y = top + NAME + i * ROW + ROW / 2;
      bars.push(...row.flatMap((entry) => barOf(entry, y, frame)));
      marks.push(...placeRow(mergeWeeks(row.filter((entry) => !isBar(entry))), y, frame));
    });
    const bottom = top + NAME + rows.length * ROW + AIR;
    lanes.push({ top, bottom });
    top = bottom;
  }
  return { lanes, marks, bars, bottom: top };
}

/** A closure of several days is its own bar and needs no glyph. */
function isBar({ glyph, run }: TimelineEntry): boolean {
  return glyph === "closure" && run.to - run.from > 1;
}

function barOf(entry: TimelineEntry, y: number, { count, width }: TimelineFrame): PlacedBar[] {
  const { run, name } = entry;
  if (run.to - run.from <= 1) return [];
  const shown = { from: Math.max(0, run.from), to: Math.min(count, run.to) };
  if (!isBar(entry)) return [{ run: shown, y, kind: "span", label: "" }];
  const room = ((shown.to - shown.from) * width) / count;
  return [{ run: shown, y, kind: "closed", label: textWidth(name) + 16 <= room ? name : "" }];
}

interface Merged {
  readonly slot: number;
  readonly entry: TimelineEntry;
  readonly count: number;
}

/** The same glyph twice in a week is one mark: the first, with how many there are. */
function mergeWeeks(row: readonly TimelineEntry[]): Merged[] {
  const groups = Map.groupBy(row, ({ run, glyph, inModel }) => {
    const from = Math.max(0, run.from);
    return `${Math.floor(from / 7)} ${glyph} ${inModel}`;
  });
  return [...groups.values()]
    .flatMap((group) => {
      const [entry] = group;
      if (!entry) return [];
      const single = entry.run.to - entry.run.from === 1;
      return [{ slot: Math.max(0, entry.run.from) + (single ? 0.5 : 0), entry, count: group.length }];
    })
    .sort((a, b) => a.slot - b.slot);
}

/** From left to right, each far enough from the one before at the narrowest width; names where they fit. */
function placeRow(row: readonly Merged[], y: number, { width, usual, count }: TimelineFrame): PlacedMark[] {
  const step = width / count;
  const gap = (GLYPH + 2) / step;
  const half = GLYPH / 2 / step;
  const placed: { slot: number; count: number; entry: TimelineEntry }[] = [];
  for (const { slot, entry, count: n } of row) {
    const last = placed.at(-1);
    const at = Math.max(slot, half, last ? last.slot + gap : 0);
    if (at > count - half && last) last.count += n;
    else placed.push({ slot: Math.min(at, count - half), count: n, entry });
  }
  return placed.map(({ slot, entry, count: n }, i) => {
    const label = n > 1 ? `× ${n}` : entry.name;
    const end = placed[i + 1]?.slot ?? count;
    const fits = (total: number) => {
      const px = total / count;
      const next = i + 1 < placed.length ? GLYPH / 2 + 6 : 0;
      return slot * px + GLYPH / 2 + 4 + textWidth(label) <= end * px - next;
    };
    const shown = label === "" ? null : fits(width) ? "always" : fits(usual) ? "roomy" : null;
    return { slot, y, glyph: entry.glyph, inModel: entry.inModel, count: n, label, shown };
  });
}
