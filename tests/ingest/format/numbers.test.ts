import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumber } from "../../../ingest/format/numbers.ts";

test("numbers are read as French and English exports write them", () => {
  const written: Record<string, number> = {
    "12": 12,
    "1 234,50 €": 1234.5,
    "1\u00A0234": 1234,
    "1\u202F234\u202F567,8": 1234567.8,
    "1.234,5": 1234.5,
    "1,234.5": 1234.5,
    "1'234": 1234,
    "13,00": 13,
    "464.0": 464,
    "-3": -3,
    "\u22126,50": -6.5,
    "(12,00)": -12,
    "€ 5": 5,
    ",5": 0.5,
    " 7 ": 7,
  };
  for (const [text, value] of Object.entries(written))
    expect([text, parseNumber(text)]).toEqual([text, value]);
});

test("what is no number is none", () => {
  for (const text of [
    "",
    " ",
    "-",
    "€",
    "1,2,3",
    "12 34",
    "1 2345",
    "1e5",
    "0x1F",
    "NaN",
    "douze",
    "1.2.3",
    "5-",
  ]) {
    expect([text, parseNumber(text)]).toEqual([text, Number.NaN]);
  }
});

test("a declared decimal sign settles 1,234", () => {
  expect(parseNumber("1,234")).toBe(1.234);
  expect(parseNumber("1,234", ".")).toBe(1234);
  expect(parseNumber("1.234", ",")).toBe(1234);
});

test("any whole number comes back from its French writing", () => {
  const french = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
      expect(parseNumber(french.format(n / 100))).toBe(n === 0 ? parseNumber("0") : n / 100);
      expect(parseNumber(String(n))).toBe(n);
    }),
  );
});
