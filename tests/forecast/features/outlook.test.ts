import { expect, test } from "vitest";
import { dayNumber, HOUR } from "../../../src/domain/time.ts";
import { columns } from "../../../src/forecast/features/columns.ts";
import type { BookingCurve, Covariate } from "../../../src/forecast/inputs.ts";
import { feature, seats } from "./support.ts";

const first = dayNumber("2023-01-02");
const curve = (...rows: readonly (readonly [number, number, number])[]): BookingCurve => ({
  visit: Int32Array.from(rows, ([visit]) => first + visit),
  made: Int32Array.from(rows, ([, made]) => first + made),
  quantity: Float64Array.from(rows, ([, , quantity]) => quantity),
});
const issues = (name: string, ...rows: readonly (readonly [number, number, number])[]): Covariate => ({
  name,
  issued: Float64Array.from(rows, ([issued]) => issued),
  step: Int32Array.from(rows, ([, step]) => step),
  value: Float64Array.from(rows, ([, , value]) => value),
});
const early = [105, 10, 12] as const;

test.each(["booked", "groups booked"])(
  "%s counts from the day after it was made, at every past origin",
  (name) => {
    const booked = (origin: number, ...rows: readonly (readonly [number, number, number])[]) =>
      feature(
        seats({ days: 120, step: "P1D", bookings: [curve(early, ...rows)] }).seats,
        name,
        origin,
        106 - origin,
      );
    const without = booked(100);
    expect(booked(100, [105, 99, 40])).toBeGreaterThan(without + 0.2);
    expect(booked(100, [105, 100, 40])).toBe(without);
    expect(booked(100, [105, 101, 40])).toBe(without);
    expect(booked(101, [105, 100, 40])).toBeGreaterThan(booked(101) + 0.2);
  },
);

test("groups count apart, and bookings are compared with those usually on hand so long before", () => {
  const weekly = Array.from({ length: 12 }, (_, i) => [112 - 7 * i, 112 - 7 * i - 5, 10] as const);
  const made = seats({
    days: 110,
    step: "P1D",
    bookings: [curve([20, 1, 1], ...weekly.slice(1), [112, 107, 30])],
  });
  expect(feature(made.seats, "booked over usual", 110, 3)).toBeCloseTo(Math.log(31 / 11), 6);
  expect(feature(made.seats, "groups booked", 110, 3)).toBeCloseTo(feature(made.seats, "booked", 110, 3), 9);
  expect(feature(made.seats, "groups booked", 105, 1)).toBeLessThan(0);
});

test("of weather, what was issued before the origin is read, the last issue for each step", () => {
  const axis = seats({ days: 120, step: "P1D" }).axis;
  const at = axis.start[100] ?? 0;
  const rain = (...rows: readonly (readonly [number, number, number])[]) =>
    feature(seats({ days: 120, step: "P1D", covariates: [issues("rain", ...rows)] }).seats, "rain", 100, 3);
  expect(rain([at - 72 * HOUR, 102, 4])).toBe(4);
  expect(rain([at - 72 * HOUR, 102, 4], [at - 1, 102, 7])).toBe(7);
  expect(rain([at - 72 * HOUR, 102, 4], [at, 102, 7])).toBe(4);
  expect(rain([at, 102, 7])).toBeNaN();
});

test("weather is compared with that of the four weeks before, at the same hour", () => {
  const { axis } = seats({ days: 60, step: "PT1H" });
  const rows = Array.from(
    { length: 60 * 24 },
    (_, step) => [axis.start[step] ?? 0, step, (step % 24) + 1] as const,
  );
  const ahead = [(axis.start[50 * 24] ?? 0) - 1, 50 * 24 + 9, 30] as const;
  const made = seats({ days: 60, step: "PT1H", covariates: [issues("temperature", ...rows, ahead)] });
  expect(feature(made.seats, "temperature over usual", 50 * 24, 10)).toBeCloseTo(20, 6);
});

test("without bookings and weather their features are absent, not 0", () => {
  const made = seats({ days: 100, step: "P1D" });
  for (const { name, kind } of columns) {
    if (kind === "bookings" || kind === "weather") expect(feature(made.seats, name, 90, 2)).toBeNaN();
  }
});

test("days off of neighbours are a share where any are known, and absent elsewhere", () => {
  const off = (away?: (date: string) => number) =>
    feature(seats({ days: 60, step: "P1D", ...(away ? { away } : {}) }).seats, "neighbours off", 60, 3);
  // 60 days after 2 January 2023, and two more.
  expect(off((date) => (date === "2023-03-05" ? 0.25 : 0))).toBe(0.25);
  expect(off(() => 0)).toBe(0);
  expect(off()).toBeNaN();
});
