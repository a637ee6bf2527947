/** Rows of messages as fields and back: the places that `read` names, and the names in the topic. */
import type { FieldValue, KeptRow, RowFields } from "../../../src/domain/kept-row.ts";
import { type Cell, type FieldKind, keep } from "../../quarantine/keep.ts";
import type { MqttOptions } from "./options.ts";
import { at, type Nested, put } from "./places.ts";
import type { TopicNames } from "./topics.ts";

const GATE = "topic:gate";
const SITE = "topic:site";

export function keepRow(row: unknown, names: TopicNames, read: MqttOptions["read"]): KeptRow {
  const places = (paths: readonly (string | undefined)[], kind: FieldKind) =>
    paths.flatMap((path): Cell[] => (path === undefined ? [] : [[path, at(row, path), kind]]));
  const gate = names.gate ?? (read.gate === undefined ? "" : at(row, read.gate));
  const own = read.key === undefined ? `${gate}/${at(row, read.at)}` : at(row, read.key);
  return keep("source", own === undefined || own === null ? "" : String(own), [
    [GATE, names.gate, "name"],
    [SITE, names.site, "word"],
    ...places([read.at, read.changed], "time"),
    ...places(Object.values(read.values), "number"),
    ...places([read.gate], "name"),
    ...places([read.key], "id"),
  ]);
}

/** The message that has these fields in their places, and what its topic says. */
export function asRow(fields: RowFields): { readonly value: unknown; readonly names: TopicNames } {
  const value: Nested<FieldValue> = {};
  for (const [path, field] of Object.entries(fields)) {
    if (path !== GATE && path !== SITE) put(value, path, field);
  }
  const { [GATE]: gate, [SITE]: site } = fields;
  return {
    value,
    names: {
      ...(gate === undefined ? {} : { gate: String(gate) }),
      ...(site === undefined ? {} : { site: String(site) }),
    },
  };
}
