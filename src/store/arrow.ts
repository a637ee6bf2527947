/** Columns to an Arrow IPC stream, the fastest way into the engine. Buffers are built by hand as typed arrays: the
 *  general builders of the library cost more than the engine's own insert. */

import type { Data, DataType } from "apache-arrow";
import {
  DateDay,
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
export function timestamps<Row>(name: string, rows: readonly Row[], of: (row: Row) => number): Column {
  return { name, data: makeData({ type: new TimestampMillisecond(), data: wide(rows, of) }) };
}

/** Non-negative whole numbers up to 2^53. */
export function uint64<Row>(name: string, rows: readonly Row[], of: (row: Row) => number): Column {
  return { name, data: makeData({ type: new Uint64(), data: new BigUint64Array(wide(rows, of).buffer) }) };
}

/** Days since 1970-01-01. */
export function dates<Row>(name: string, rows: readonly Row[], of: (row: Row) => number): Column {
  return { name, data: makeData({ type: new DateDay(), data: fill(new Int32Array(rows.length), rows, of) }) };
}

export function int32<Row>(name: string, rows: readonly Row[], of: (row: Row) => number): Column {
  return { name, data: makeData({ type: new Int32(), data: fill(new Int32Array(rows.length), rows, of) }) };
}

/** The number of each row, from 0. */
export function ordinals(name: string, rows: readonly unknown[]): Column {
  const data = new Uint32Array(rows.length);
  for (let row = 0; row < data.length; row++) data[row] = row;
  return { name, data: makeData({ type: new Uint32(), data }) };
}

export function uint16<Row>(name: string, rows: readonly Row[], of: (row: Row) => number): Column {
  return { name, data: makeData({ type: new Uint16(), data: fill(new Uint16Array(rows.length), rows, of) }) };
}

export function uint8<Row>(name: string, rows: readonly Row[], of: (row: Row) => number): Column {
  return { name, data: makeData({ type: new Uint8(), data: fill(new Uint8Array(rows.length), rows, of) }) };
}

/** Texts that mostly differ. */
export function texts<Row>(name: string, rows: readonly Row[], of: (row: Row) => string): Column {
  return { name, data: utf8(rows.map(of)) };
}

/** Texts of which few differ: stored once each. */
export function labels<Row>(name: string, rows: readonly Row[], of: (row: Row) => string): Column {
  const seen = new Map<string, number>();
  const indices = new Int32Array(rows.length);
  let last: string | undefined;
  let lastIndex = 0;
  let row = 0;
  for (const each of rows) {
    const value = of(each);
    if (value !== last) {
      last = value;
      lastIndex = seen.get(value) ?? seen.size;
      if (lastIndex === seen.size) seen.set(value, lastIndex);
    }
    indices[row++] = lastIndex;
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
  const bytes = encoder.encode(joined);
  // As many bytes as UTF-16 units: all of it is ASCII, and no text needs to be counted by itself.
  const ascii = bytes.length === joined.length;
  const offsets = new Int32Array(values.length + 1);
  let at = 0;
  let row = 0;
  for (const value of values) {
    at += ascii ? value.length : Buffer.byteLength(value);
    offsets[++row] = at;
  }
  return makeData({ type: new Utf8(), valueOffsets: offsets, data: bytes });
}

const encoder = new TextEncoder();

/** Integers of up to 32 bits. */
function fill<Row, Numbers extends Int32Array | Uint16Array | Uint8Array>(
  out: Numbers,
  rows: readonly Row[],
  of: (row: Row) => number,
): Numbers {
  let row = 0;
  for (const each of rows) out[row++] = of(each);
  return out;
}

/** Whole numbers to 64-bit integers without a BigInt a value. */
function wide<Row>(rows: readonly Row[], of: (row: Row) => number): BigInt64Array {
  const out = new BigInt64Array(rows.length);
  const halves = new Int32Array(out.buffer);
  let half = 0;
  for (const each of rows) {
    const value = of(each);
    halves[half++] = value | 0;
    halves[half++] = Math.floor(value / 4_294_967_296);
  }
  return out;
}
