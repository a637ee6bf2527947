/** Rows as an Arrow IPC stream with plain buffers: apache-arrow for JavaScript and ClickHouse both read it. Days are
 *  Date32, instants Timestamp(ms, UTC), integers Int32, other numbers Float64, nested values JSON text. */
import { setImmediate } from "node:timers/promises";
import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
} from "apache-arrow";
import { type Column, nestedText, type Row } from "./columns.ts";

/** @param facts metadata of the schema, such as `as_of`. */
export async function encodeArrow(
  columns: readonly Column[],
  rows: readonly Row[],
  facts: ReadonlyMap<string, string>,
): Promise<Buffer> {
  const children: Data[] = [];
  for (const column of columns) {
    children.push(columnData(column, rows));
    // Others get their turn between columns: one of 100 000 rows takes some 20 ms.
    await setImmediate();
  }
  const fields = columns.map(({ name, nullable }, i) => new Field(name, typeAt(children, i), nullable));
  const schema = new Schema(fields, new Map(facts));
  const data = makeData({ type: new Struct(fields), length: rows.length, nullCount: 0, children });
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  writer.write(new RecordBatch(schema, data));
  writer.finish();
  return Buffer.from(writer.toUint8Array(true));
}

function typeAt(children: readonly Data[], i: number): DataType {
  return children[i]?.type ?? new Utf8();
}

function columnData({ name, kind }: Column, rows: readonly Row[]): Data {
  const values = rows.map((row) => row[name] ?? null);
  const { nullCount, nullBitmap } = nullsOf(values);
  const shape = { length: rows.length, nullCount, nullBitmap };
  switch (kind) {
    case "number":
      return makeData({ type: new Float64(), ...shape, data: Float64Array.from(values, Number) });
    case "integer":
      return makeData({ type: new Int32(), ...shape, data: Int32Array.from(values, Number) });
    case "day":
      return makeData({ type: new DateDay(), ...shape, data: Int32Array.from(values, epochDay) });
    case "instant":
      return makeData({
        type: new TimestampMillisecond("UTC"),
        ...shape,
        data: BigInt64Array.from(values, (value) => BigInt(epochMs(value))),
      });
    case "flag":
      return makeData({ type: new Bool(), ...shape, data: bits(values, (value) => value === true) });
    case "text":
    case "json":
      return makeData({ type: new Utf8(), ...shape, ...utf8(values, kind === "json" ? nestedText : String) });
  }
}

/** Bit i says that value i is there; no bitmap where none is missing. */
function nullsOf(values: readonly unknown[]): { nullCount: number; nullBitmap: Uint8Array | null } {
  const nullCount = values.reduce((count: number, value) => (value === null ? count + 1 : count), 0);
  return { nullCount, nullBitmap: nullCount === 0 ? null : bits(values, (value) => value !== null) };
}

function bits(values: readonly unknown[], isSet: (value: unknown) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 64) * 8);
  values.forEach((value, i) => {
    if (isSet(value)) bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (1 << (i & 7));
  });
  return bytes;
}

function utf8(values: readonly unknown[], write: (value: unknown) => string) {
  const valueOffsets = new Int32Array(values.length + 1);
  const texts = values.map((value) => (value === null ? "" : write(value)));
  texts.forEach((text, i) => {
    valueOffsets[i + 1] = (valueOffsets[i] ?? 0) + Buffer.byteLength(text);
  });
  return { valueOffsets, data: new Uint8Array(Buffer.from(texts.join(""))) };
}

function epochMs(value: unknown): number {
  return value === null ? 0 : Date.parse(String(value));
}

function epochDay(value: unknown): number {
  return epochMs(value) / 86_400_000;
}
