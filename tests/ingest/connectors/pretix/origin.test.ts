/** Postcodes leave as départements, never whole. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { originOf } from "../../../../ingest/connectors/pretix/origin.ts";

test.each([
  ["FR", "59400", "59"],
  ["fr", " 75 011", "75"],
  ["FR", "20000", "2A"],
  ["FR", "20200", "2B"],
  ["FR", "97400", "974"],
  ["FR", "98800", "988"],
  ["FR", "B-7000", "FR"],
  ["FR", "", "FR"],
  ["BE", "7000", "BE"],
  ["", "59400", undefined],
  [null, null, undefined],
  ["France", "59400", undefined],
])("country %j with postcode %j is origin %j", (country, zipcode, origin) => {
  expect(originOf(country, zipcode)).toBe(origin);
});

test("no more than three characters of any postcode are kept", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (country, zipcode) => {
      expect((originOf(country, zipcode) ?? "").length).toBeLessThanOrEqual(3);
    }),
  );
});
