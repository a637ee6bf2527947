import { expect, test } from "vitest";
import { figureId } from "../../src/views/figure.ts";

const parts = {
  resource: "visits",
  query: { from: "2026-11-01", to: "2026-12-01", sites: ["tank"] },
  version: "abc",
  at: Date.parse("2026-11-25T14:38:00Z"),
  zone: "Europe/Paris",
};

test("an id names the ISO week of the data and four characters that cannot be mistaken for others", () => {
  expect(figureId(parts)).toMatch(/^BF·26W48·[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(figureId({ ...parts, at: Date.parse("2027-01-02T12:00:00Z") })).toMatch(/^BF·26W53·/);
});

test("the order of the parameters and absent ones do not matter", () => {
  const query = { sites: ["tank"], to: "2026-12-01", step: undefined, from: "2026-11-01" };
  expect(figureId({ ...parts, query })).toBe(figureId(parts));
});

test("another query, resource or state of the data has another id", () => {
  const ids = [
    figureId(parts),
    figureId({ ...parts, query: { ...parts.query, sites: ["labo"] } }),
    figureId({ ...parts, resource: "attendance" }),
    figureId({ ...parts, version: "abd" }),
  ];
  expect(new Set(ids).size).toBe(4);
});
