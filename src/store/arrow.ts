/** Columns to an Arrow IPC stream, the fastest way into the engine. Buffers are built by hand as typed arrays: the
 *  general builders of the library cost more than the engine's own insert. */

import type { Data, DataType } from "apache-arrow";
import {
  Dictionary,
  Field,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMillisecond,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Utf8,
  Vector,
} from "apache-arrow";

/** One column: its name and the values of all rows. */
export interface Column {
  readonly name: string;
  readonly data: Data;
}

/** Epoch milliseconds as a UTC timestamp. Whole numbers up to 2^53. */
export function timestamps(name: string, values: Float64Array): Column {
  return { name, data: makeData({ type: new TimestampMillisecond(), data: wide(values) }) };
}

/** Non-negative whole numbers up to 2^53. */
export function uint64(name: string, values: Float64Array): Column {
  return { name, data: makeData({ type: new Uint64(), data: new BigUint64Array(wide(values).buffer) }) };
}

export function int32(name: string, values: Int32Array): Column {
  return { name, data: makeData({ type: new Int32(), data: values }) };
}

export function uint32(name: string, values: Uint32Array): Column {
  return { name, data: makeData({ type: new Uint32(), data: values }) };
}

export function uint16(name: string, values: Uint16Array): Column {
  return { name, data: makeData({ type: new Uint16(), data: values }) };
}

export function uint8(name: string, values: Uint8Array): Column {
  return { name, data: makeData({ type: new Uint8(), data: values }) };
}

/** Texts that mostly differ. */
export function texts(name: string, values: readonly string[]): Column {
  return { name, data: utf8(values) };
}

/** Texts of which few differ: stored once each. */
export function labels(name: string, values: readonly string[]): Column {
  const seen = new Map<string, number>();
  const indices = new Int32Array(values.length);
  let last = "";
  let lastIndex = -1;
  for (const [row, value] of values.entries()) {
    if (lastIndex < 0 || value !== last) {
      let index = seen.get(value);
      if (index === undefined) {
        index = seen.size;
        seen.set(value, index);
      }
      last = value;
      lastIndex = index;
    }
    indices[row] = lastIndex;
  }
  const type = new Dictionary(new Utf8(), new Int32());
  return { name, data: makeData({ type, data: indices, dictionary: new Vector([utf8([...seen.keys()])]) }) };
}

/** An Arrow IPC stream of one record batch. All columns have the same number of rows. */
export function arrowStream(columns: readonly Column[], rows: number): Uint8Array {
  const schema = new Schema(columns.map((c) => new Field<DataType>(c.name, c.data.type, false)));
  const data = makeData({
    type: new Struct(schema.fields),
    length: rows,
    nullCount: 0,
    children: columns.map((c) => c.data),
  });
  return RecordBatchStreamWriter.writeAll([new RecordBatch(schema, data)]).toUint8Array(true);
}

function utf8(values: readonly string[]): Data<Utf8> {
  const joined = values.join("");
  // Three bytes hold any UTF-16 unit in UTF-8; ASCII, the usual case, needs one.
  const bytes = new Uint8Array(joined.length * 3);
  const { written } = encoder.encodeInto(joined, bytes);
  const offsets = new Int32Array(values.length + 1);
  let at = 0;
  const ascii = written === joined.length;
  for (const [row, value] of values.entries()) {
    at += ascii ? value.length : Buffer.byteLength(value);
    offsets[row + 1] = at;
  }
  return makeData({ type: new Utf8(), valueOffsets: offsets, data: bytes.subarray(0, written) });
}

const encoder = new TextEncoder();

/** Whole numbers to 64-bit integers without a BigInt a value. */
function wide(values: Float64Array): BigInt64Array {
  const out = new BigInt64Array(values.length);
  const halves = new Int32Array(out.buffer);
  for (const [row, value] of values.entries()) {
    halves[2 * row] = value | 0;
    halves[2 * row + 1] = Math.floor(value / 4_294_967_296);
  }
  return out;
}
