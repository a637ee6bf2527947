import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/domain/time.ts";
import { combine } from "../../src/visits/combine.ts";
import type { DayVisits } from "../../src/visits/daily.ts";
import { fillGaps, isGap } from "../../src/visits/fill-gaps.ts";

const missing = (over: Partial<DayVisits> = {}): DayVisits => ({
  site: "labo",
  day: "2026-11-20",
  openMinutes: 480,
  dueMinutes: 480,
  pending: false,
  provisional: false,
  state: "missing",
  visits: null,
  coverage: 0,
  estimated: 0,
  ...over,
});
const forecast = () => 100;

test("a day that nobody measured is what was forecast, and all of it is estimated", () => {
  expect(fillGaps([missing()], forecast)).toEqual([
    missing({ visits: 100, estimated: 100, state: "estimated", by: "forecast" }),
  ]);
});

test("what was seen stays, and only the share that was not is estimated", () => {
  const [day] = fillGaps([missing({ coverage: 0.25, seen: 200.4 })], forecast);
  expect(day).toMatchObject({ visits: 275, estimated: 75, state: "estimated", coverage: 0.25 });
});

test.each([
  ["no forecast", missing(), () => undefined],
  ["what may still come in time", missing({ pending: true }), forecast],
  ["an open day that has not begun", missing({ coverage: null }), forecast],
])("%s: the gap stays a gap", (_, day, expected) => {
  expect(fillGaps([day], expected)).toEqual([day]);
});

describe("of any days", () => {
  const STATES = ["measured", "estimated", "closed", "missing"] as const;
  const days = fc.array(
    fc.record({
      state: fc.constantFrom(...STATES),
      people: fc.nat(500),
      share: fc.double({ min: 0, max: 0.49, noNaN: true }),
      pending: fc.boolean(),
      promised: fc.option(fc.nat(400), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  type Drawn = typeof days extends fc.Arbitrary<infer T> ? T : never;
  const judged = (list: Drawn): DayVisits[] =>
    list.map(({ state, people, share, pending }, i) => {
      const day = addDays("2026-09-01", i);
      if (state === "closed") return missing({ day, state, coverage: null });
      if (state === "missing") return missing({ day, coverage: share, pending, seen: people });
      const estimated = state === "estimated" ? Math.floor(people / 2) : 0;
      return missing({ day, state, visits: people, coverage: 1, estimated });
    });
  const expectedOf = (list: Drawn) => {
    const byDay = new Map(list.map(({ promised }, i) => [addDays("2026-09-01", i), promised]));
    return (_: string, day: string) => byDay.get(day);
  };

  test("nothing that was measured changes, nor do closed days", () => {
    fc.assert(
      fc.property(days, (list) => {
        const before = judged(list);
        const after = fillGaps(before, expectedOf(list));
        for (const [i, day] of before.entries()) if (!isGap(day)) expect(after[i]).toBe(day);
      }),
    );
  });

  test("a total less its estimates is what was seen: never more people measured than came", () => {
    fc.assert(
      fc.property(days, (list) => {
        const before = judged(list);
        const after = fillGaps(before, expectedOf(list));
        const seen = after.reduce((sum, day, i) => {
          const was = before[i];
          if (day.visits === null) return sum;
          return sum + (was?.visits === null ? (was.seen ?? 0) : day.visits - day.estimated);
        }, 0);
        const { visits, estimated } = combine(after);
        expect((visits ?? 0) - estimated).toBe(seen);
      }),
    );
  });

  test("coverage stays, since nothing was measured that had not been", () => {
    fc.assert(
      fc.property(days, (list) => {
        const before = judged(list);
        expect(combine(fillGaps(before, expectedOf(list))).coverage).toBe(combine(before).coverage);
      }),
    );
  });

  test("what was filled once is no gap any more", () => {
    fc.assert(
      fc.property(days, (list) => {
        const once = fillGaps(judged(list), expectedOf(list));
        expect(fillGaps(once, () => 1_000)).toEqual(
          once.map((day) => (isGap(day) ? fillGaps([day], () => 1_000)[0] : day)),
        );
      }),
    );
  });
});
