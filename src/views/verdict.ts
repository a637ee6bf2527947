/** How the day goes, all sites together, against what is usual at each one's last report. Pure. */
import type { Board } from "../contract/board.ts";
import type { RowParts } from "./board-rows.ts";
import { type Spread, sumSpreads } from "./spread.ts";

/** Sites that usually make more than this share of the open sites' visits must not be silent. */
const SILENT = 0.15;

/** Strong or weak only outside of the usual range; unknown while too much is silent to speak for all. */
export function verdictOf(parts: readonly RowParts[]): Board["verdict"] {
  if (parts.every(({ visits }) => visits.state === "closed")) return "closed";
  const open = parts.filter(({ visits }) => visits.openMinutes > 0);
  const spoken = open.flatMap((part) => {
    const { visits } = part.visits;
    const usual = observedUsual(part);
    return visits === null || usual === null ? [] : [{ visits, usual }];
  });
  const silent = usually(open.filter(({ visits }) => visits.visits === null));
  if (spoken.length === 0 || silent > SILENT * usually(open)) return "unknown";
  const visits = spoken.reduce((total, part) => total + part.visits, 0);
  const range = sumSpreads(spoken.map(({ usual }) => usual));
  if (visits > range.high) return "strong";
  return visits < range.low ? "weak" : "ordinary";
}

/** What is usual up to the last report, less the share of open time that nobody measured: a hole is no weakness. */
function observedUsual({ usual, visits }: RowParts): Spread | null {
  if (!usual?.now) return null;
  const seen = visits.state === "estimated" ? 1 : (visits.coverage ?? 1);
  const { low, middle, high } = usual.now;
  return { low: seen * low, middle: seen * middle, high: seen * high };
}

/** Visits of a usual day. */
function usually(parts: readonly RowParts[]): number {
  return parts.reduce((total, { usual }) => total + (usual?.day ?? 0), 0);
}
