/** Bytes of a text file → text. A byte order mark decides; else strict UTF-8; else Windows-1252. Bytes that do not
 *  fit come out as U+FFFD, and readers reject the rows that hold one (`bad_encoding`): a wrong letter is never
 *  passed off as a right one. No statistics on letters: they guess wrong on short files. */
import { isAscii } from "node:buffer";
import { startWith } from "./start-with.ts";
import { utf8Faults, utf8Tail } from "./utf8.ts";

export const ENCODINGS = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What takes the place of bytes that are not text in the file's encoding. */
export const UNREADABLE = "\uFFFD";

/** Bytes after the first one beyond ASCII that decide between UTF-8 and Windows-1252. */
const JUDGED = 64 * 1024;

/** Text of a byte stream, in pieces that never cut a character. `declared` overrides the guess, not a byte order
 *  mark's removal. The guess is the same however the stream is cut into chunks. */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  declared?: Encoding,
): AsyncGenerator<string> {
  const { head, all } = await startWith(source, 3);
  const mark = byteOrderMark(head);
  const bytes = mark && (!declared || declared === mark.encoding) ? skip(all, mark.length) : all;
  const encoding = declared ?? mark?.encoding;
  if (encoding === undefined) yield* decodeUndeclared(bytes);
  else yield* decodeAs(bytes, encoding);
}

function byteOrderMark(
  head: Uint8Array,
): { readonly encoding: Encoding; readonly length: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return undefined;
}

async function* skip(source: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let left = length;
  for await (const chunk of source) {
    if (left === 0) yield chunk;
    else {
      const cut = Math.min(left, chunk.length);
      left -= cut;
      if (chunk.length > cut) yield chunk.subarray(cut);
    }
  }
}

/** While everything is ASCII the question does not arise; it is settled by the bytes after the first other one. */
async function* decodeUndeclared(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      if (isAscii(next.value)) {
        yield asBuffer(next.value).toString("latin1");
        continue;
      }
      const first = next.value;
      const from = first.findIndex((byte) => byte > 0x7f);
      const rest = { [Symbol.asyncIterator]: () => prepended(first, chunks) };
      const { head, all } = await startWith(rest, from + JUDGED);
      yield* decodeAs(all, judge(head.subarray(from, from + JUDGED)));
      return;
    }
  } finally {
    await chunks.return?.();
  }
}

async function* prepended(first: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

/** UTF-8 when every byte fits, or when more characters beyond ASCII fit than bytes do not: one damaged row in a
 *  UTF-8 file must not turn all its other accents into mojibake. */
function judge(sample: Uint8Array): Encoding {
  const { good, bad } = utf8Faults(sample);
  return bad === 0 || good > bad ? "utf-8" : "windows-1252";
}

async function* decodeAs(source: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === "utf-8") {
    yield* decodeUtf8(source);
    return;
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
  const end = decoder.decode();
  if (end !== "") yield end;
}

/** Faster than a streaming TextDecoder: an unfinished character at a chunk's end waits for the next chunk. */
async function* decodeUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let carried: Uint8Array | undefined;
  for await (const chunk of source) {
    const bytes = asBuffer(carried ? Buffer.concat([carried, chunk]) : chunk);
    carried = undefined;
    if (isAscii(bytes)) {
      yield bytes.toString("latin1");
      continue;
    }
    const whole = bytes.length - utf8Tail(bytes);
    if (whole < bytes.length) carried = bytes.subarray(whole);
    if (whole > 0) yield bytes.toString("utf8", 0, whole);
  }
  if (carried) yield asBuffer(carried).toString("utf8");
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
