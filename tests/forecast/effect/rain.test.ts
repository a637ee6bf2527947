import { expect, test } from "vitest";
import { groupsApart } from "../../../src/forecast/effect/groups-apart.ts";
import { effectOfRain } from "../../../src/forecast/effect/rain.ts";
import type { BookingCurve, Covariate } from "../../../src/forecast/inputs.ts";
import type { History } from "../../../src/forecast/model.ts";
import { town } from "../ridge/support.ts";

const DAYS = 900;
/** Days that groups are booked ahead. */
const AHEAD = 30;
const isWet = (day: number) => (day * 7) % 11 < 3;
/** On one day in three, whatever the weather. */
const groupOn = (day: number) => ((day * 13) % 29) % 3 === 0;
const GROUP = 90;

function rainOf(history: History): Covariate {
  const { axis } = history.set;
  return {
    name: "rain",
    issued: Float64Array.from(axis.start),
    step: Int32Array.from({ length: axis.count }, (_, day) => day),
    value: Float64Array.from({ length: axis.count }, (_, day) => (isWet(day) ? 8 : 0)),
  };
}

/** People on their own, a fifth fewer when it rains, and groups. */
function booked(from = 0, ahead = AHEAD): History {
  const history = town({
    days: DAYS,
    leads: 1,
    sites: [
      (_, noise, day) => Math.round(100 * (isWet(day) ? 0.8 : 1) + 5 * noise) + (groupOn(day) ? GROUP : 0),
    ],
  });
  const { firstDay } = history.set.axis;
  const visits = Array.from({ length: DAYS + ahead }, (_, day) => day).filter(
    (day) => day >= from && groupOn(day),
  );
  const bookings: BookingCurve = {
    visit: Int32Array.from(visits, (day) => firstDay + day),
    made: Int32Array.from(visits, (day) => firstDay + day - ahead),
    quantity: Float64Array.from(visits, () => GROUP),
  };
  return { ...history, covariates: [[rainOf(history)]], bookings: [bookings] };
}

function found(history: History) {
  const answer = effectOfRain(history, 0);
  if (answer.kind !== "effect") throw new Error(answer.reason);
  return answer;
}

test("booked groups come in the rain too: taken off, what it does to the others is known far better", () => {
  const history = booked();
  const { bookings: _, ...without } = history;
  const [apart, together] = [found(history), found(without)];
  expect(Math.abs(apart.perDay.value + 20)).toBeLessThan(1.5);
  expect(apart.perDay.high - apart.perDay.low).toBeLessThan(3);
  expect(together.perDay.high - together.perDay.low).toBeGreaterThan(
    3 * (apart.perDay.high - apart.perDay.low),
  );
});

test("the answer is about all who came, groups included", () => {
  const { byDay, measured, counterfactual, share, people } = found(booked());
  const values = booked().set.series[0]?.values ?? [];
  expect(values).toContain(byDay[0]?.measured);
  const sum = (of: "measured" | "without") => byDay.reduce((total, day) => total + day[of], 0);
  expect(sum("measured")).toBe(measured);
  expect(sum("without")).toBeCloseTo(counterfactual.value, 6);
  expect(measured - counterfactual.value).toBeCloseTo(people.value, 6);
  expect(share.low).toBeCloseTo(people.low / counterfactual.value, 9);
  expect(share.high).toBeCloseTo(people.high / counterfactual.value, 9);
});

test("what is booked on the day itself is no group that was known, and no more leave than came", () => {
  expect(groupsApart(booked(0, 0), 0)?.taken.every((people) => people === 0)).toBe(true);
  const history = booked();
  const { firstDay } = history.set.axis;
  const more = {
    visit: Int32Array.of(firstDay + 500, firstDay + DAYS - 1),
    made: Int32Array.of(firstDay - 100, firstDay + DAYS - 2),
    quantity: Float64Array.of(9_999, 30),
  };
  const apart = groupsApart({ ...history, bookings: [more] }, 0);
  expect(apart?.taken[500]).toBe(history.set.series[0]?.values[500]);
  expect(apart?.history.set.series[0]?.values[500]).toBe(0);
});

test("days before groups were on record are not compared; with less than a year of them, or none of late, all stay", () => {
  const apart = groupsApart(booked(200), 0);
  const values = apart?.history.set.series[0]?.values ?? new Float64Array();
  expect(values.findIndex((value) => !Number.isNaN(value))).toBeGreaterThan(200);
  expect(groupsApart(booked(600), 0)).toBeUndefined();
  const history = booked();
  const [curve] = history.bookings ?? [];
  const early = Array.from(curve?.made ?? []).filter((made) => made < history.set.axis.firstDay + 700).length;
  if (!curve) throw new Error("no bookings");
  const broken = {
    visit: curve.visit.subarray(0, early),
    made: curve.made.subarray(0, early),
    quantity: curve.quantity.subarray(0, early),
  };
  expect(groupsApart({ ...history, bookings: [broken] }, 0)).toBeUndefined();
});

test("a site without weather is refused, one without bookings is not", () => {
  const { covariates: _, bookings: __, ...plain } = booked();
  expect(effectOfRain(plain, 0)).toMatchObject({
    kind: "refused",
    reason: "no rain is on record for this site",
  });
  expect(groupsApart(plain, 0)).toBeUndefined();
});
