import { expect, test } from "vitest";
import { mapHourly } from "../../../../ingest/connectors/open-meteo/map.ts";
import sample from "../../../../ingest/connectors/open-meteo/sample.json" with { type: "json" };
import { HOUR } from "../../../../src/domain/time.ts";

const { hourly } = sample;
const read = {
  latitude: sample.latitude,
  longitude: sample.longitude,
  times: hourly.time.map((seconds) => seconds * 1000),
  columns: [
    { variable: "temperature", daysBefore: 0, values: hourly.temperature_2m },
    { variable: "rain", daysBefore: 0, values: hourly.precipitation },
  ],
} as const;
const at = (hour: number) => (hourly.time[hour] ?? 0) * 1000;
const now = at(0) - HOUR;

test("a value is a fact of its hour and issue in tenths; no value is none, and 0 mm is one", () => {
  const facts = mapHourly(read, { site: "", now, issuedOf: () => now }).map((row) =>
    row.kind === "record" ? [row.record.measure, row.record.at, row.record.value, row.record.knownAt] : row,
  );
  expect(facts).toEqual([
    ["temperature", at(0), 84, now],
    ["temperature", at(1), 81, now],
    // Rain is told at the end of its hour.
    ["rain", at(0) - HOUR, 0, now],
    ["rain", at(0), 6, now],
  ]);
});

test("what was not out yet is left out, and a broken value is set aside with its bounds", () => {
  expect(mapHourly(read, { site: "", now, issuedOf: () => undefined })).toEqual([]);
  const broken = {
    ...read,
    columns: [{ variable: "rain", daysBefore: 0, values: [-3, null, null] }],
  } as const;
  expect(mapHourly(broken, { site: "", now, issuedOf: () => now })).toEqual([
    expect.objectContaining({
      kind: "rejected",
      reason: "bad_number",
      field: "rain",
      detail: "-3: 0 to 1000 is expected",
    }),
  ]);
});
