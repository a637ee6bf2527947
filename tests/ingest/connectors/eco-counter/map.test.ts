/** Counts in the documented shape, and what they mean. */
import { expect, test } from "vitest";
import { mapSeries } from "../../../../ingest/connectors/eco-counter/map.ts";
import sample from "../../../../ingest/connectors/eco-counter/sample.json" with { type: "json" };
import type { Series } from "../../../../ingest/connectors/eco-counter/series.ts";

const NOW = Date.parse("2026-07-15T00:00:00Z");
const sense = { site: "quai", zone: "Europe/Paris", travelModes: ["pedestrian"], until: NOW, now: NOW };

function series(direction: Series["direction"], count: number | null, granularity = "PT15M"): Series {
  const points = [{ time: "2026-07-14T10:00:00+02:00", granularity, count }];
  return { gate: "100", mode: "pedestrian", direction, points };
}

test("in is entries, out is exits, and no direction is entries", () => {
  const mapped = [series("in", 4), series("out", 3)].flatMap((one) => mapSeries([one], sense));
  expect(mapped).toMatchObject([
    {
      record: {
        measure: "entries",
        value: 4,
        minutes: 15,
        key: "100/pedestrian/in/PT15M/2026-07-14T08:00:00Z",
      },
    },
    { record: { measure: "exits", value: 3, version: NOW, knownAt: Date.parse("2026-07-14T08:15:00Z") } },
  ]);
  expect(mapSeries([series("undefined", 7)], sense)).toMatchObject([
    { record: { measure: "entries", value: 7 } },
  ]);
});

test("the total of both directions is not added to them", () => {
  const mapped = mapSeries([series("in", 4), series("out", 3), series("undefined", 7)], sense);
  expect(mapped).toHaveLength(2);
});

test("holes and unfinished spans are no facts, wrong counts are set aside with their place", () => {
  expect(mapSeries([series("in", null)], sense)).toEqual([{ kind: "ignored" }]);
  expect(mapSeries([series("in", 1)], { ...sense, until: Date.parse("2026-07-14T08:10:00Z") })).toEqual([
    { kind: "ignored" },
  ]);
  expect(mapSeries([series("in", -1)], sense)).toMatchObject([
    { kind: "rejected", reason: "negative", position: "gate 100 pedestrian in point 1" },
  ]);
  expect(mapSeries([series("in", 1.5)], sense)).toMatchObject([{ reason: "bad_number" }]);
  expect(mapSeries([series("in", 1, "P1W")], sense)).toMatchObject([{ reason: "unknown_value" }]);
});

test("a daily count lasts 25 hours on the day that the clock goes back", () => {
  const points = [{ time: "2026-10-25T00:00:00", granularity: "P1D", count: 9 }];
  const late = { ...sense, until: Date.parse("2026-11-01T00:00Z") };
  expect(mapSeries([{ ...series("in", 9), points }], late)).toMatchObject([{ record: { minutes: 1500 } }]);
});

test("the sample's two series give three records", () => {
  const given = sample.v2.map(
    ({ travelMode, direction, data }): Series => ({
      ...{ gate: "100", mode: travelMode, direction: direction === "in" ? "in" : "out" },
      points: data.map((point) => ({
        time: point.timestamp,
        granularity: point.granularity,
        count: point.counts,
      })),
    }),
  );
  expect(mapSeries(given, sense).map((row) => (row.kind === "record" ? row.record.value : row))).toEqual([
    42, 37, 18,
  ]);
});
