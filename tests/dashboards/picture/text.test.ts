import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf, widthOf } from "../../../dashboards/picture/text.ts";

test("lines keep every word in order, and only a lone word is wider than its line", () => {
  const words = fc.array(fc.stringMatching(/^[a-zé·\u00a0]{1,12}$/), { maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 400 }), (words, width) => {
      const lines = linesOf(words.join(" "), width);
      expect(lines.join(" ")).toBe(words.join(" "));
      for (const line of lines) if (line.includes(" ")) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test("a line is as full as it can be", () => {
  const [first = "", second = ""] = linesOf("neuf mots que la ligne ne peut pas contenir", 120);
  expect(widthOf(`${first} ${second.split(" ")[0]}`)).toBeGreaterThan(120);
});

test("an escaped letter is as wide as the letter", () => {
  expect(widthOf("A &amp; B")).toBe(widthOf("A & B"));
});
