/** A sale as the ticketing system will tell it: positions in a slot, what changed later, and the scans at the
 *  door. Everything carries the instant from which the system knows it. */
import type { Tariff } from "../../src/domain/record.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { Slot } from "./slots.ts";

export interface Position {
  readonly tariff: Tariff;
  /** Price including tax, in cents. */
  readonly cents: number;
}

export type Change =
  /** Positions (indexes) given back. */
  | { readonly kind: "cancel"; readonly on: Instant; readonly positions: readonly number[] }
  /** All positions moved to another slot. */
  | { readonly kind: "move"; readonly on: Instant; readonly to: Slot };

export interface Scan {
  /** Index of the position. */
  readonly position: number;
  readonly at: Instant;
  /** When the server heard of it: hours later from an offline scanner. */
  readonly uploadedOn: Instant;
  /** When the turnstile took it back, null = it stands. */
  readonly annulledOn: Instant | null;
  /** Checked in by the sale at the desk, not by a scanner. */
  readonly automatic: boolean;
  /** Why the scan was refused, null = accepted. */
  readonly refused: "already_redeemed" | null;
}

export interface Order {
  /** Unique within the site, below 2²²; does not tell the order of sale. */
  readonly number: number;
  readonly site: string;
  readonly placedOn: Instant;
  readonly channel: "web" | "desk";
  readonly group: boolean;
  readonly locale: string;
  /** ISO country, and the postcode when French. */
  readonly country: string;
  readonly postcode: string | null;
  readonly slot: Slot;
  readonly positions: readonly Position[];
  /** In time order. */
  readonly changes: readonly Change[];
  readonly scans: readonly Scan[];
}

/** The slot a position ends in, and whether it still stands, from what is known before an instant. */
export function positionAt(order: Order, position: number, at: Instant): { slot: Slot; cancelled: boolean } {
  let slot = order.slot;
  let cancelled = false;
  for (const change of order.changes) {
    if (change.on > at) break;
    if (change.kind === "move") slot = change.to;
    else if (change.positions.includes(position)) cancelled = true;
  }
  return { slot, cancelled };
}
