/** Headers that describe a result: its media type and its counts. */
import type { Outcome } from "./perform.ts";

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^JSON(Strings|Compact)?(Strings)?EachRow|^NDJSON|^JSONLines/i, "application/x-ndjson; charset=UTF-8"],
  [/^JSON|^PrettyJSON/i, "application/json; charset=UTF-8"],
  [/^CSV.*WithNames/i, "text/csv; charset=UTF-8; header=present"],
  [/^CSV/i, "text/csv; charset=UTF-8; header=absent"],
  [/^(TSV|TabSeparated)/i, "text/tab-separated-values; charset=UTF-8"],
  [/^XML$/i, "application/xml; charset=UTF-8"],
  [
    /^(Pretty|Values|Vertical|Null|Markdown|SQLInsert|Template|CustomSeparated)/i,
    "text/plain; charset=UTF-8",
  ],
];

/** Media type of a format, as a ClickHouse server names it; bytes unless known to be text. */
export function contentType(format: string): string {
  return TYPES.find(([pattern]) => pattern.test(format))?.[1] ?? "application/octet-stream";
}

/** The `X-ClickHouse-Summary` of a finished statement; every figure a text, as the server writes it. */
export function summary(outcome: Outcome, elapsedNs: bigint): string {
  return JSON.stringify({
    read_rows: String(outcome.readRows),
    read_bytes: String(outcome.readBytes),
    written_rows: String(outcome.writtenRows),
    written_bytes: String(outcome.writtenBytes),
    total_rows_to_read: String(outcome.readRows),
    result_rows: String(outcome.writtenRows),
    result_bytes: String(outcome.writtenBytes),
    elapsed_ns: String(elapsedNs),
  });
}
