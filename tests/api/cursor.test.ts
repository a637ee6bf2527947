/** Cursors come back as they went, and in no other form. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCursor, writeCursor } from "../../src/api/cursor.ts";

const place = fc.record({
  offset: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  edition: fc.record({ version: fc.string({ unit: "grapheme" }), stretch: fc.nat() }),
});

test("a cursor leads back to its place, and only for its own query", () => {
  fc.assert(
    fc.property(place, fc.string(), fc.string(), (asked, query, other) => {
      const cursor = writeCursor(asked, query);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(readCursor(cursor, query)).toEqual(asked);
      if (other !== query) expect(() => readCursor(cursor, other)).toThrow(/invalid cursor/);
    }),
  );
});

test("a cursor with any one character changed is refused", () => {
  const cursor = writeCursor({ offset: 5000, edition: { version: "42", stretch: 7 } }, "/visits?{}");
  for (let i = 0; i < cursor.length; i++) {
    const altered = `${cursor.slice(0, i)}${cursor[i] === "x" ? "y" : "x"}${cursor.slice(i + 1)}`;
    expect(() => readCursor(altered, "/visits?{}"), altered).toThrow(/invalid cursor/);
  }
});
