import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutMap, type MapPlace } from "../../../dashboards/charts/flow-map-layout.ts";

const [width, height] = [480, 440];
const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const places = fc
  .array(fc.tuple(degrees(3, 3.4), degrees(49.9, 50.3)), { minLength: 1, maxLength: 8 })
  .map((list) => list.map((at, i): MapPlace => ({ site: `s${i}`, at, lines: [`Site ${i}`, "10–20"] })));
const draw = (of: readonly MapPlace[]) =>
  layoutMap({ places: of, arrows: [], outline: [], width, height }).places;

test("every mark lies inside the drawing, whatever the positions", () => {
  fc.assert(
    fc.property(places, (of) => {
      for (const { x, y } of draw(of)) {
        expect(x).toBeGreaterThanOrEqual(14);
        expect(x).toBeLessThanOrEqual(width - 14);
        expect(y).toBeGreaterThanOrEqual(14);
        expect(y).toBeLessThanOrEqual(height - 14);
      }
    }),
  );
});

test("two sites at one spot are drawn side by side, north stays above south and west left of east", () => {
  const at = (site: string, longitude: number, latitude: number): MapPlace => ({
    site,
    at: [longitude, latitude],
    lines: [site],
  });
  const [north, twin, south, west] = draw([
    at("n", 3.23, 50.17),
    at("t", 3.23, 50.17),
    at("s", 3.24, 50.07),
    at("w", 3.1, 50.09),
  ]);
  if (!north || !twin || !south || !west) throw new Error("invalid layout: four places are expected");
  expect(Math.hypot(north.x - twin.x, north.y - twin.y)).toBeGreaterThan(40);
  expect(Math.max(north.y, twin.y)).toBeLessThan(south.y);
  expect(west.x).toBeLessThan(Math.min(north.x, twin.x, south.x));
});

test("an arrow without one of its ends is not drawn, and the scale is a round number of kilometres", () => {
  const { arrows, scale } = layoutMap({
    places: [
      { site: "a", at: [3.1, 50.1], lines: ["A"] },
      { site: "b", at: [3.3, 50.1], lines: ["B"] },
    ],
    arrows: [
      { from: "a", to: "b", label: "14 km" },
      { from: "a", to: "elsewhere", label: "9 km" },
    ],
    outline: [],
    width,
    height,
  });
  expect(arrows.map(({ text }) => text)).toEqual(["14 km"]);
  // 0.2° at 50.1° N are 14.27 km over the 336 pixels between the paddings.
  expect(scale.km).toBe(2);
  expect(scale.width).toBe(Math.round((2 / 14.27) * 336));
});
