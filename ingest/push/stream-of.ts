/** Streams of a pushed feed. */
import type { SourceRecord } from "../../src/domain/record.ts";

/** Facts whose place may change under the same key are `tickets`; all others stay where they are. */
export function streamOfPushed({ measure }: Pick<SourceRecord, "measure">): "tickets" | "counts" {
  return measure === "tickets" || measure === "capacity" ? "tickets" : "counts";
}
