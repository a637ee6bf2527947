import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText, type Encoding } from "../../../ingest/format/encoding.ts";
import { bytesOf, join } from "./text.ts";

const decode = (data: Uint8Array, declared?: Encoding, sizes?: readonly number[]): Promise<string> =>
  join(decodeText(bytesOf(data, sizes), declared));

const text = fc.string({ unit: fc.constantFrom("a", "é", "€", "œ", "𝒳", "–", "\n", ";"), maxLength: 80 });
const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });

describe("decodeText", () => {
  test("reads UTF-8 whole, wherever the chunk borders fall, and drops its byte order mark", async () => {
    await fc.assert(
      fc.asyncProperty(text, sizes, fc.boolean(), async (any, borders, mark) => {
        const data = Buffer.from((mark ? "\uFEFF" : "") + any);
        expect(await decode(data, undefined, borders)).toBe(any);
      }),
    );
  });

  test("reads UTF-16 of both byte orders by its mark, or as declared without one", async () => {
    for (const encoding of ["utf-16le", "utf-16be"] as const) {
      const body = iconv.encode("Entrées;Qté – 5 €\n", encoding, { addBOM: false });
      const marked = Buffer.concat([iconv.encode("\uFEFF", encoding, { addBOM: false }), body]);
      expect(await decode(marked, undefined, [1, 3])).toBe("Entrées;Qté – 5 €\n");
      expect(await decode(body, encoding, [5])).toBe("Entrées;Qté – 5 €\n");
    }
  });

  test("reads Windows-1252 where bytes are no UTF-8, however far down the first accent is", async () => {
    const plain = "2026-01-01;1\n".repeat(30_000);
    const data = iconv.encode(`${plain}œuvre;12,50 €\nété;3\n`, "windows-1252");
    expect(await decode(data, undefined, [65_536])).toBe(`${plain}œuvre;12,50 €\nété;3\n`);
  });

  test("judges alike however the stream is cut", async () => {
    const data = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(data, sizes, async (bytes, borders) => {
        expect(await decode(bytes, undefined, borders)).toBe(await decode(bytes, undefined, [1000]));
      }),
    );
  });

  test("a damaged byte in a UTF-8 file marks its own place and leaves the other accents right", async () => {
    const data = Buffer.concat([Buffer.from("été;1\nos"), Buffer.from([0xe9]), Buffer.from(";2\nœuvre;3\n")]);
    expect(await decode(data)).toBe("été;1\nos\uFFFD;2\nœuvre;3\n");
  });

  test("what does not fit a declared encoding is marked, never guessed", async () => {
    expect(await decode(iconv.encode("été", "windows-1252"), "utf-8")).toBe("\uFFFDt\uFFFD");
  });
});
