/** What a plan of a desk may hold, over JSON and from a form. */
import fc from "fast-check";
import { expect, test } from "vitest";
import "../support/seed.ts";
import { FORMS } from "../../src/contract/forms.ts";
import { MOST_WEEKS, planStaffAction } from "../../src/contract/staffing.ts";

const { input } = planStaffAction;
const plan = { site: "tank-1917", day: "2026-11-28", from_time: "14:00", to_time: "17:30", people: 2 };
const faults = (change: Record<string, unknown>) =>
  input.safeParse({ ...plan, ...change }).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("a plan is numbers over half-hours of a day, and nothing about who", () => {
  expect(input.parse(plan)).toEqual({ ...plan, weeks: 1 });
  expect(faults({ people: 0, to_time: "24:00" })).toEqual([]);
  expect(faults({ from_time: "14:15" })).toEqual(["from_time"]);
  expect(faults({ to_time: "14:00" })).toEqual(["to_time"]);
  expect(faults({ people: -1 })).toEqual(["people"]);
  expect(faults({ people: 1.5 })).toEqual(["people"]);
  expect(faults({ weeks: MOST_WEEKS + 1 })).toEqual(["weeks"]);
  expect(input.safeParse({ ...plan, name: "Camille" }).success).toBe(false);
});

test("a form says the same as a body of numbers; what is no number is left to be refused", () => {
  const read = FORMS.planStaff?.read ?? (() => ({}));
  fc.assert(
    fc.property(fc.nat(99), fc.integer({ min: 1, max: MOST_WEEKS }), (people, weeks) => {
      const fields = { ...plan, people: String(people), weeks: String(weeks), back: "/effectifs/tank-1917" };
      expect(input.parse(read(fields))).toEqual({ ...plan, people, weeks });
    }),
  );
  for (const people of ["deux", "1e1", "0x2", "1,5"]) {
    expect(input.safeParse(read({ ...plan, people })).success, people).toBe(false);
  }
  expect(input.safeParse(read({ ...plan, people: "" })).success).toBe(false);
});
