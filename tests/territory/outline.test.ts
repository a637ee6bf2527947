import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readOutline } from "../../src/territory/outline.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-outline-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(content: unknown) {
  writeFileSync(join(folder, "o.geojson"), typeof content === "string" ? content : JSON.stringify(content));
  return readOutline({ territory: { outline: "o.geojson" } }, folder);
}
const ring = [
  [3, 50],
  [3.1, 50],
  [3, 50.1, 84],
  [3, 50],
];
const flat = ring.map(([longitude, latitude]) => [longitude, latitude]);

test("areas, lines and collections give their lines; heights are left out", () => {
  expect(read({ type: "Polygon", coordinates: [ring] })).toEqual({ outline: [flat], findings: [] });
  const area = {
    type: "Feature",
    properties: {},
    geometry: { type: "MultiPolygon", coordinates: [[ring], [ring]] },
  };
  expect(read({ type: "FeatureCollection", features: [area] }).outline).toEqual([flat, flat]);
});

test("what is no outline is a fault of the territory file", () => {
  const faults = [
    read("nonsense"),
    read({ type: "Point", coordinates: [3, 50] }),
    read({
      type: "LineString",
      coordinates: [
        [50, 3],
        [3, 150],
      ],
    }),
    read({ type: "LineString", coordinates: Array.from({ length: 2001 }, (_, i) => [i / 100, 1]) }),
    readOutline({ territory: { outline: "elsewhere.geojson" } }, folder),
  ];
  for (const { outline, findings } of faults) {
    expect(outline).toBeNull();
    expect(findings[0]?.path).toEqual(["territory", "outline"]);
  }
  expect(readOutline({ territory: {} }, folder)).toEqual({ outline: null, findings: [] });
});
