/** Bytes of one file → mapped rows, by the format and the columns of the plan. */
import type { Mapped } from "../../../src/domain/record.ts";
import type { Log } from "../../connector.ts";
import { readCsv } from "../../format/csv.ts";
import type { TextRow } from "../../format/csv-parser.ts";
import { decodeText } from "../../format/encoding.ts";
import { gunzipped } from "../../format/gunzip.ts";
import { readJsonLines } from "../../format/json-lines.ts";
import { propertiesAsRows } from "../../format/json-rows.ts";
import { openTable, type Table } from "../../format/table.ts";
import { rowMapper } from "./mapper.ts";
import type { FilePlan } from "./plan.ts";
import type { Extent, Reading } from "./reading.ts";

export interface OpenedFile {
  readonly batches: AsyncIterable<readonly Mapped[]>;
  /** What has been seen; complete when `batches` is read. */
  readonly extent: Extent;
}

/** Opens the table in a file. @throws FeedChanged when a mapped column is not there. */
export async function openRows(bytes: AsyncIterable<Uint8Array>, plan: FilePlan): Promise<Table> {
  const { options } = plan;
  const text = decodeText(gunzipped(bytes), options.encoding);
  if (options.format === "jsonl") {
    const rows = propertiesAsRows(readJsonLines(text), plan.columns.map(String));
    return { positions: plan.columns.map((_, i) => i), width: undefined, doubled: [], rows };
  }
  const expected = plan.columns.filter((column) => typeof column === "string");
  return openTable(readCsv(text, { separator: options.separator, expected }), plan.columns);
}

/** Opens a file and maps its rows, a batch per piece of text. */
export async function readFile(
  bytes: AsyncIterable<Uint8Array>,
  plan: FilePlan,
  reading: Reading,
  log: Log,
): Promise<OpenedFile> {
  const table = await openRows(bytes, plan);
  if (table.doubled.length > 0) {
    log.warn(`column named more than once, the first is read: ${table.doubled.join(", ")}`, {
      file: reading.file,
    });
  }
  const { map, extent } = rowMapper(plan, table.positions, table.width, reading);
  return { batches: mapBatches(table.rows, map), extent };
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
