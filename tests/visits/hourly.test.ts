import { expect, test } from "vitest";
import { HOUR } from "../../src/domain/time.ts";
import { type HourEvidence, hourVisits } from "../../src/visits/hourly.ts";
import type { ResolvedSource } from "../../src/visits/source.ts";
import { smallTerritory } from "../support/territory.ts";

test("an hour that is not over, or not told to its end, is not observed, whatever was counted in it", () => {
  const [site] = smallTerritory().sites;
  if (!site) throw new Error("no site");
  const source: ResolvedSource = { kind: "events", measure: "admissions", feeds: ["till"], calibration: 1 };
  const hour = Date.parse("2026-10-28T09:00:00Z");
  const rows: HourEvidence[] = [
    { site: "alpha", hour, feed: "till", measure: "admissions", value: 7, open_value: 7, open_minutes: 60 },
  ];
  const at = (until: number) => hourVisits(site, source, hour, rows, until, { firstDay: () => "2026-01-01" });
  expect(at(hour + HOUR)).toBe(7);
  expect(at(hour + HOUR - 1)).toBeNaN();
});
