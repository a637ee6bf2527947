/** A row set aside, as the store holds it. */
import type { KeptRow } from "../../src/domain/kept-row.ts";
import type { HeldRow } from "../../src/domain/quarantine.ts";
import type { Standing } from "../../src/domain/sink.ts";

export interface StoredRow extends Omit<HeldRow, "row"> {
  readonly run: string;
  /** Null when nothing of it was kept. */
  readonly row: KeptRow | null;
  /** Null = nothing was ever done about it. */
  readonly standing: Standing | null;
}
