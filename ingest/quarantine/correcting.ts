/** Corrections during a run: what stands from before is asked for once, and only when a row was set aside. */
import type { Mapped } from "../../src/domain/record.ts";
import type { Cursor, Standing } from "../../src/domain/sink.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { RunEffects, RunOptions } from "../run-options.ts";
import { type CorrectedRows, correctRows, isKept } from "./corrector.ts";

const NONE: ReadonlyMap<string, Standing> = new Map();

type Correcting = (
  rows: readonly Mapped[],
  context: { readonly now: Instant; readonly until: Instant },
) => Promise<CorrectedRows>;

/** Corrects the rows of one page after the other. */
export function createCorrecting(
  { feed, stream, corrections }: Pick<RunOptions, "feed" | "stream" | "corrections">,
  { standing }: Pick<RunEffects, "standing">,
): Correcting {
  const key = { feed, stream: stream.name };
  const cursor: Cursor | null = null;
  let known: Promise<ReadonlyMap<string, Standing>> | undefined;
  return async (rows, { now, until }) => {
    if (!corrections || !rows.some(isKept)) return { rows, handled: [] };
    known ??= standing?.(key) ?? Promise.resolve(NONE);
    const { rules, remap } = corrections;
    const sense = { key, movable: stream.movable, seen: now, until, cursor, remap };
    return correctRows(rows, { ...sense, rules, standing: await known });
  };
}
