/** One file → mapped rows, by the format and the columns of the plan. */
import type { Mapped } from "../../../src/domain/record.ts";
import type { Log } from "../../connector.ts";
import type { TextRow } from "../../format/csv-parser.ts";
import { rowKeeper } from "./kept.ts";
import { rowMapper } from "./mapper.ts";
import { openParts, type Part } from "./parts.ts";
import { type FilePlan, positionsOf } from "./plan.ts";
import { type Extent, emptyExtent, type Reading } from "./reading.ts";

export interface OpenedFile {
  readonly batches: AsyncIterable<readonly Mapped[]>;
  /** What has been seen; complete when `batches` is read. */
  readonly extent: Extent;
}

/** Opens a file and maps its rows, a batch per piece of text, one table after the other.
 *  `batches` throws FeedChanged when a mapped column is not there. */
export function readFile(path: string, plan: FilePlan, reading: Reading, log: Log): OpenedFile {
  const extent = emptyExtent();
  const batches = async function* (): AsyncGenerator<readonly Mapped[]> {
    for await (const part of openParts(path, plan)) {
      const here = { ...reading, file: `${reading.file}${part.label}` };
      for (const name of part.table.unread) extent.unread.add(name);
      warnOfDoubled(part, here.file, log);
      const kept = rowKeeper(plan, positionsOf(plan, part.table.positions), here);
      yield* mapBatches(part.table.rows, rowMapper(plan, part.table, here, extent, kept));
    }
  };
  return { batches: batches(), extent };
}

function warnOfDoubled({ table }: Part, file: string, log: Log): void {
  if (table.doubled.length === 0) return;
  log.warn(`column named more than once, the first is read: ${table.doubled.join(", ")}`, { file });
}

async function* mapBatches(
  batches: AsyncIterable<readonly TextRow[]>,
  map: (row: TextRow, out: Mapped[]) => void,
): AsyncGenerator<readonly Mapped[]> {
  for await (const batch of batches) {
    const out: Mapped[] = [];
    for (const row of batch) map(row, out);
    yield out;
  }
}
