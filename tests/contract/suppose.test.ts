import fc from "fast-check";
import { expect, test } from "vitest";
import { changesAsked, readAsked, supposeRoute } from "../../src/contract/suppose.ts";
import { addDays, weekday } from "../../src/domain/time.ts";

test("every day asked about gets one change per thing that is otherwise", () => {
  expect(changesAsked({ day: "2026-12-01", last: "2026-12-02", free: "yes", rain: 0 })).toEqual([
    { kind: "free_entry", day: "2026-12-01" },
    { kind: "rain", day: "2026-12-01", value: 0 },
    { kind: "free_entry", day: "2026-12-02" },
    { kind: "rain", day: "2026-12-02", value: 0 },
  ]);
});

test("without a day, or without anything that changes, nothing is asked", () => {
  expect(changesAsked({ free: "yes" })).toEqual([]);
  expect(changesAsked({ day: "2026-12-01" })).toEqual([]);
  expect(changesAsked({ day: "2026-12-01", opens: "10:00" })).toEqual([]);
});

test("closed all day wins over hours", () => {
  const hours = { opens: "10:00", closes: "12:00" };
  expect(changesAsked({ day: "2026-12-01", ...hours })).toEqual([
    { kind: "opening", day: "2026-12-01", hours: [{ from: "10:00", to: "12:00" }] },
  ]);
  expect(changesAsked({ day: "2026-12-01", ...hours, closed: "yes" })).toEqual([
    { kind: "opening", day: "2026-12-01", hours: [] },
  ]);
});

test("only the asked weekdays between the first and the last day change", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 7 }), (length, only) => {
      const [day, last] = ["2026-11-25", addDays("2026-11-25", length)];
      const days = changesAsked({ day, last, weekday: only, free: "yes" }).map((change) => change.day);
      expect(days.every((each) => each >= day && each <= last && weekday(each) === only)).toBe(true);
      expect(Math.abs(days.length - (length + 1) / 7)).toBeLessThan(1);
    }),
  );
});

test("fields of a form are read like those of an address; nonsense asks nothing", () => {
  const fields = { day: "2026-12-01", last: "", weekday: "", group: "50", rain: "2.5" };
  expect(readAsked(fields)).toEqual({ day: "2026-12-01", group: 50, rain: 2.5 });
  expect(readAsked({ ...fields, group: "many" })).toEqual({});
});

test("hours without an end, or that end before they begin, are refused", () => {
  const ask = (hours: object) => supposeRoute.query.safeParse({ site: "a", day: "2026-12-01", ...hours });
  expect(ask({ opens: "10:00", closes: "12:00" }).success).toBe(true);
  expect(ask({ opens: "10:00" }).success).toBe(false);
  expect(ask({ opens: "12:00", closes: "10:00" }).success).toBe(false);
});
