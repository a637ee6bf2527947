import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fill,
  fillJson,
  fillPath,
  instantVars,
  windowVars,
} from "../../../../ingest/connectors/http-json/template.ts";

test("no value of a source leaves its segment of the path", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (id) => {
      let path: string;
      try {
        path = fillPath("/api/event/{{ev.id}}/attendees", { ev: { id } });
      } catch {
        return /^\.{1,2}$/.test(id) || !id.isWellFormed();
      }
      const { pathname, search, hash, host } = new URL(`https://api.example.org${path}`);
      return host === "api.example.org" && search === "" && hash === "" && pathname.split("/").length === 5;
    }),
    { examples: [[".."], ["../../admin"], ["a?key=b"], ["%2e%2e"], ["/"]] },
  );
});

test("a placeholder without a value leaves its parameter out, and nothing is evaluated", () => {
  expect(fill("{{since.unix}}", {})).toBeUndefined();
  expect(fill("{{a.constructor}}", { a: "x" })).toBeUndefined();
  expect(fill("{{a}}-{{b}}", { a: "{{b}}", b: 2 })).toBe("{{b}}-2");
  expect(fillJson({ ids: ["{{a}}"], n: 3, at: "{{none}}" }, { a: 1 })).toEqual({
    ids: ["1"],
    n: 3,
    at: undefined,
  });
  expect(() => fillPath("/x/{{none}}", {})).toThrow(/no value/);
});

test("instants and windows come in the forms that sources ask for", () => {
  expect(instantVars(Date.parse("2026-10-24T22:30:00Z"), "Europe/Paris")).toEqual({
    iso: "2026-10-24T22:30:00Z",
    unix: "1792881000",
    ms: "1792881000000",
    day: "2026-10-25",
    local: "2026-10-25 00:30:00",
  });
  const window = { from: Date.parse("2026-10-24T22:00:00Z"), to: Date.parse("2026-10-25T23:00:00Z") };
  expect(windowVars(window, "Europe/Paris")).toMatchObject({
    first: "2026-10-25",
    last: "2026-10-25",
    after: "2026-10-26",
    compact: { first: "20261025", after: "20261026" },
  });
});
