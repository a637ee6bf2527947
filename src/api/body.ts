/** The bytes of a reply, made once: as they are, and compressed when somebody first asks for that. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type ContentCoding = "br" | "gzip";

export interface Body {
  readonly bytes: Buffer;
  /** Content-Type. */
  readonly type: string;
  /** Hash of the bytes, without quotes; variants append their coding. */
  readonly hash: string;
  /** Headers of this reply alone, such as Link. */
  readonly headers: Readonly<Record<string, string>>;
  /** Compressed forms made so far or being made. */
  readonly packed: Map<ContentCoding, Promise<Buffer>>;
}

/** Under this many bytes compression gains nothing. */
const WORTH_PACKING = 1_000;

export function createBody(
  bytes: Buffer,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Body {
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return { bytes, type, hash, headers, packed: new Map() };
}

/** Bytes that a body holds at first. */
export function bodyBytes(body: Body): number {
  return body.bytes.length + 1_000;
}

export function isWorthPacking(body: Body): boolean {
  return body.bytes.length >= WORTH_PACKING;
}

/** The compressed form, made once; `made` hears of its size then. */
export function packedBody(
  body: Body,
  coding: ContentCoding,
  made: (bytes: number) => void,
): Promise<Buffer> {
  const known = body.packed.get(coding);
  if (known) return known;
  const packing = pack(body.bytes, coding).then((bytes) => {
    made(bytes.length);
    return bytes;
  });
  body.packed.set(coding, packing);
  return packing;
}

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

function pack(bytes: Buffer, coding: ContentCoding): Promise<Buffer> {
  if (coding === "gzip") return zip(bytes);
  // Quality 4 packs as well as gzip 9 in a third of its time: pages are made while somebody waits.
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
