/** Takes a request's body in: the query with whatever of the data came along, and the rest still to come. */
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import type { SourceText } from "./compose.ts";
import { type DoorRequest, header } from "./door-request.ts";
import { CODES, engineError } from "./engine-error.ts";
import { readForm } from "./form.ts";
import { analyse } from "./statement.ts";

/** A statement, its parameters and, for an insert, its data in two parts: those read already and those to come. */
export interface Intake {
  readonly text: SourceText;
  readonly params: Readonly<Record<string, string>>;
  readonly dataHead: Buffer;
  readonly dataRest: Readable | undefined;
  /** ClickHouse's name for the compression of the data (head and rest alike). */
  readonly compression: string;
}

// The engine reads no longer statements by default (max_query_size); inserts show their form well before.
const ENOUGH = 262_144;
const LONGEST_QUERY = 64 * 2 ** 20;
const ENCODINGS: Readonly<Record<string, string>> = {
  gzip: "gzip",
  "x-gzip": "gzip",
  deflate: "deflate",
  br: "br",
  zstd: "zstd",
  lz4: "lz4",
  xz: "xz",
  bz2: "bz2",
  snappy: "snappy",
};

/** @throws EngineError for an unknown encoding or a query beyond measure; Error when the client goes away. */
export async function takeIn(message: IncomingMessage, request: DoorRequest): Promise<Intake> {
  const compression = compressionOf(message);
  const contentType = header(message.headers, "content-type") ?? "";
  if (/^multipart\/form-data/i.test(contentType)) {
    const body = await readAll(unpack(message, compression));
    const form = readForm(body, contentType);
    const bytes = Buffer.from(form.query || request.query);
    return complete(bytes, { ...request.params, ...form.params });
  }
  if (request.query) {
    const bytes = Buffer.from(request.query);
    const statement = analyse(bytes.toString("latin1"));
    if (statement.data) {
      const head = bytes.subarray(statement.data.from);
      const text = { bytes, statement };
      // Data in the address are not compressed; a body that is can only follow them unpacked.
      const plain = head.length > 0 && compression !== "none";
      return {
        text,
        params: request.params,
        dataHead: head,
        dataRest: plain ? unpack(message, compression) : message,
        compression: plain ? "none" : compression,
      };
    }
  }
  return takeFromBody(unpack(message, compression), request);
}

/** The query stands in the body, or ends there: the address and the body are one text. */
async function takeFromBody(stream: Readable, request: DoorRequest): Promise<Intake> {
  const head = await readHead(stream);
  const bytes = Buffer.concat([Buffer.from(request.query), head.bytes]);
  if (head.ended) return complete(bytes, request.params);
  const statement = analyse(bytes.toString("latin1"));
  if (!statement.data) return complete(Buffer.concat([bytes, await readAll(stream)]), request.params);
  const dataHead = bytes.subarray(statement.data.from);
  return {
    text: { bytes, statement },
    params: request.params,
    dataHead,
    dataRest: stream,
    compression: "none",
  };
}

/** The first part of a stream, which is then paused, or all of it. Most queries come in one piece, for which an
 *  iterator would be a detour. */
function readHead(stream: Readable): Promise<{ readonly bytes: Buffer; readonly ended: boolean }> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const finish = (ended: boolean): void => {
      stream.off("data", onData).off("end", onEnd).off("error", onError).off("close", onClose);
      resolve({ bytes: Buffer.concat(pieces), ended });
    };
    const onData = (piece: Buffer): void => {
      pieces.push(piece);
      length += piece.length;
      if (length < ENOUGH) return;
      stream.pause();
      finish(false);
    };
    const onEnd = (): void => finish(true);
    const onError = (error: Error): void => reject(error);
    const onClose = (): void => reject(new Error("the client went away before its query was complete"));
    stream.on("data", onData).on("end", onEnd).on("error", onError).on("close", onClose);
  });
}

function complete(bytes: Buffer, params: Readonly<Record<string, string>>): Intake {
  const statement = analyse(bytes.toString("latin1"));
  const dataHead = statement.data ? bytes.subarray(statement.data.from) : Buffer.alloc(0);
  return { text: { bytes, statement }, params, dataHead, dataRest: undefined, compression: "none" };
}

async function readAll(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    length += piece.length;
    refuseLong(length);
  }
  return Buffer.concat(pieces);
}

function refuseLong(length: number): void {
  if (length <= LONGEST_QUERY) return;
  const text = `Query is too large: more than ${LONGEST_QUERY} bytes`;
  throw engineError(CODES.queryTooLarge, text, "QUERY_IS_TOO_LARGE");
}

function compressionOf(message: IncomingMessage): string {
  const encoding = header(message.headers, "content-encoding")?.toLowerCase() ?? "identity";
  if (encoding === "identity") return "none";
  const compression = ENCODINGS[encoding];
  if (compression !== undefined) return compression;
  const text = `Unknown compression method '${encoding}'. Only gzip, deflate, br, zstd, lz4, xz, bz2 and snappy are known`;
  throw engineError(CODES.unknownCompression, text, "UNKNOWN_COMPRESSION_METHOD");
}

function unpack(message: IncomingMessage, compression: string): Readable {
  if (compression === "none") return message;
  const unpacker = makeUnpacker(compression);
  message.on("error", (error) => unpacker.destroy(error));
  // Whoever reads hears of a broken body; when nobody reads any more, nobody needs to.
  unpacker.on("error", () => undefined);
  return message.pipe(unpacker);
}

function makeUnpacker(compression: string) {
  if (compression === "gzip") return createGunzip();
  if (compression === "deflate") return createInflate();
  if (compression === "br") return createBrotliDecompress();
  if (compression === "zstd") return createZstdDecompress();
  const text = `A query text cannot be compressed with '${compression}' (gzip, deflate, br or zstd is expected)`;
  throw engineError(CODES.unknownCompression, text, "UNKNOWN_COMPRESSION_METHOD");
}
