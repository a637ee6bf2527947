import { expect, test } from "vitest";
import { daysIn } from "../../../src/domain/time.ts";
import { compileCalendar } from "../../../src/forecast/calendar.ts";
import { blockError } from "../../../src/forecast/effect/block-error.ts";
import { withoutEvent } from "../../../src/forecast/effect/calendar-without.ts";
import { wetDays } from "../../../src/forecast/effect/wet-days.ts";
import { plainDay, seeded } from "../support.ts";

const days = daysIn({ from: "2026-05-01", to: "2026-05-11" });

test("a calendar without an event keeps the holiday that fell on the same day, and other events", () => {
  const calendar = compileCalendar(
    days.map((date) => ({
      ...plainDay(date),
      ...(date === "2026-05-08" ? { holiday: "victory" } : {}),
      events:
        date >= "2026-05-08" && date <= "2026-05-10"
          ? ["fair", ...(date === "2026-05-10" ? ["race"] : [])]
          : [],
    })),
    20_574,
    10,
  );
  expect(days[0]).toBe("2026-05-01");
  const { calendar: plain, tagged } = withoutEvent(calendar, "fair");
  expect([...tagged]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  expect(plain.special.get(7)).toEqual({ kind: "holiday", labels: ["holiday victory"] });
  expect(plain.special.get(8)).toBeUndefined();
  expect(plain.special.get(9)).toEqual({ kind: "event", labels: ["event race"] });
  expect(withoutEvent(calendar, "fai").tagged.includes(1)).toBe(false);
});

test("an event whose name begins like another's, or holds a plus, is its own", () => {
  const facts = (date: string) => ({
    ...plainDay(date),
    ...(date === "2026-05-08" ? { holiday: "victory" } : {}),
    events: date === "2026-05-05" || date === "2026-05-08" ? ["fair", "fairground", "noted bal + feu"] : [],
  });
  const calendar = compileCalendar(days.map(facts), 20_574, 10);
  const fair = withoutEvent(calendar, "fair").calendar.special;
  expect(fair.get(4)?.labels).toEqual(["event fairground", "event noted bal + feu"]);
  expect(fair.get(7)?.labels).toEqual(["holiday victory", "event fairground", "event noted bal + feu"]);
  const ball = withoutEvent(calendar, "noted bal + feu");
  expect([...ball.tagged.keys()].filter((day) => ball.tagged[day] === 1)).toEqual([4, 7]);
  expect(ball.calendar.special.get(4)?.labels).toEqual(["event fair", "event fairground"]);
});

test("wet days go by the rain that came; nothing known of rain is not a dry place", () => {
  const rain = {
    name: "rain",
    issued: Float64Array.of(0, 0, 9),
    step: Int32Array.of(0, 1, 0),
    value: Float64Array.of(8, 2, 0),
  };
  const heat = { ...rain, name: "temperature" };
  const found = wetDays([rain, heat], 3);
  expect([...(found?.tagged ?? [])]).toEqual([0, 1, 0]);
  expect(found?.others).toEqual([heat]);
  expect(wetDays([heat], 3)).toBeNull();
});

test("errors that last for weeks make a difference less sure than errors of single days", () => {
  const random = seeded(1);
  const tagged = (day: number) => (day % 28 < 14 ? "tagged" : "plain");
  const single = Float64Array.from({ length: 840 }, () => 100 * (0.8 + 0.4 * random()));
  const halves = Float64Array.from({ length: 60 }, () => 100 * (0.8 + 0.4 * random()));
  const lasting = Float64Array.from({ length: 840 }, (_, day) => halves[Math.floor(day / 14)] ?? 0);
  const projected = new Float64Array(840).fill(100);
  const [short, long] = [single, lasting].map((measured) => blockError(measured, projected, tagged));
  expect(short?.blocks).toBe(30);
  expect(long?.error).toBeGreaterThan(2 * (short?.error ?? 0));
  // Standard deviation of a day 0.115, of a mean of 420 days 0.0056, of the difference of two 0.008.
  expect(short?.error).toBeGreaterThan(0.005);
  expect(short?.error).toBeLessThan(0.012);
});
