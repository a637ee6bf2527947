import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { COLOURS, type Colour, contrast, faintIn, SCHEMES, themeSheet } from "../../src/domain/theme.ts";

const none = { light: {}, dark: {} };
const colour = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 })
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`);

test("contrast is that of the standard: 21 for black on white, the same both ways, 1 with itself", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
  // Worked out by hand: luminance of #767676 is 0.1812, so 1.05 / 0.2312.
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  fc.assert(
    fc.property(colour, colour, (a, b) => {
      expect(contrast(a, b)).toBeCloseTo(contrast(b, a), 12);
      expect(contrast(a, a)).toBe(1);
      expect(contrast(a, b)).toBeLessThanOrEqual(21.0001);
    }),
  );
});

test("the look itself can be read, and the style sheet holds the same colours", () => {
  expect(faintIn(none)).toEqual([]);
  const sheet = readFileSync("dashboards/styles/theme.css", "utf8");
  const [light = "", dark = ""] = sheet.split("@media");
  const full = (value: string) => (value.length === 4 ? value.replace(/[^#]/g, "$&$&") : value);
  for (const [name, values] of Object.entries(COLOURS)) {
    const of = (part: string) => part.match(new RegExp(`--${name}: (#\\w+);`))?.[1];
    expect(full(of(light) ?? ""), name).toBe(values.light);
    expect(full(of(dark) ?? of(light) ?? ""), name).toBe(values.dark);
  }
});

test("a brand on which text cannot be read is found out, in the scheme where it is", () => {
  expect(
    faintIn({ light: { acc: "#f0a500" }, dark: {} }).map(({ fore, back }) => `${fore} on ${back}`),
  ).toEqual(["acc on bg", "acc on we", "acc on b50", "acc on b80"]);
  expect(faintIn({ light: {}, dark: { bg: "#ffffff" } }).every(({ scheme }) => scheme === "dark")).toBe(true);
  const blue = { acc: "#00408a", b50: "#8ab4e8", b80: "#c5daf4" };
  expect(faintIn({ light: blue, dark: {} })).toEqual([]);
});

test("a theme becomes a sheet with what it changes and nothing else", () => {
  expect(themeSheet(none)).toBe("");
  expect(themeSheet({ light: { acc: "#00408a" }, dark: { acc: "#9fc4ff" } })).toBe(
    "@media screen and (prefers-color-scheme:light){:root{--acc:#00408a}}\n@media screen and (prefers-color-scheme:dark){:root{--acc:#9fc4ff}}",
  );
  const names = Object.keys(COLOURS) as Colour[];
  expect(SCHEMES.length * names.length).toBe(30);
});
