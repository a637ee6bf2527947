/** Questions put to a fitted model and to the past: answers beside a known truth, refusals, and nothing from after the
 *  origin. */
import { describe, expect, test } from "vitest";
import { makeAxis } from "../../../src/domain/series.ts";
import { addDays, dayNumber, weekday } from "../../../src/domain/time.ts";
import type { Fitted, History } from "../../../src/forecast/model.ts";
import { pickUp } from "../../../src/forecast/models/pick-up.ts";
import { robustBase } from "../../../src/forecast/models/robust-base.ts";
import type { Change, DayAnswer } from "../../../src/forecast/what-if/scenario.ts";
import { whatIf } from "../../../src/forecast/what-if/what-if.ts";
import { plainDay, uncut } from "../support.ts";
import { FROM, LEADS, LEVELS, normals, openTo, type Truth, usual, weather, world } from "./support.ts";

const DAYS = 800;
const day = (ahead: number) => addDays(FROM, DAYS + ahead);
const fairs = ["2023-06-10", "2023-06-11", "2024-06-08", "2024-06-09", "2024-10-05"];
const fair = (date: string) => fairs.includes(date);

/** A site that closes on Mondays and has a fair now and then. */
const museum = (more: Partial<Truth> = {}) =>
  world({
    seed: 11,
    days: DAYS,
    expected: (date) => (weekday(date) === 1 ? Number.NaN : usual(date) * (fair(date) ? 1.6 : 1)),
    facts: (date) => ({ ...openTo(date, weekday(date) === 1 ? 0 : 18), events: fair(date) ? ["fair"] : [] }),
    ...more,
  });

const fits = new Map<History, Fitted>();
function ask(history: History, ...changes: Change[]): readonly DayAnswer[] {
  const fitted = fits.get(history) ?? robustBase.fit(history, { leads: LEADS });
  fits.set(history, fitted);
  return whatIf(history, { series: 0, changes, levels: LEVELS, free: ["fair"], leads: LEADS, fitted });
}
const reasonsOf = (answers: readonly DayAnswer[]) =>
  answers.flatMap((answer) => (answer.kind === "refused" ? answer.reasons : ["answered"]));
function only(answers: readonly DayAnswer[]) {
  const [answer] = answers;
  if (answers.length !== 1 || answer?.kind !== "answered") throw new Error(JSON.stringify(answers));
  return answer;
}
const site = museum();
/** A Saturday of the weeks to come. */
const SATURDAY = [20, 21, 22, 23, 24, 25, 26].map(day).find((date) => weekday(date) === 6) ?? "";
const MONDAY = addDays(SATURDAY, 2);

test("an event: the model's middle, the range of past ones, quantiles in order", () => {
  const answer = only(ask(site, { kind: "event", day: SATURDAY, event: "fair" }));
  const before = answer.before[2] ?? 0;
  expect(answer.basis).toBe("model");
  expect(answer.clear).toBe(true);
  expect(answer.difference.low).toBeLessThan(before * 0.6);
  expect(answer.difference.high).toBeGreaterThan(before * 0.6);
  expect(answer.difference.low).toBeGreaterThan(0);
  expect((answer.after[2] ?? 0) - before).toBeCloseTo(answer.difference.middle, 6);
  expect([...answer.after]).toEqual([...answer.after].sort((a, b) => a - b));
  expect(answer.because[0]).toMatch(/^fair: 3 times, \+\d+ % to \+\d+ %$/);
});

test("free entry is told from free days of the past, and says whose they were", () => {
  const answer = only(ask(site, { kind: "free_entry", day: SATURDAY }));
  expect(answer.basis).toBe("past_days");
  expect(answer.difference.low).toBeLessThan((answer.before[2] ?? 0) * 0.6);
  expect(answer.difference.high).toBeGreaterThan((answer.before[2] ?? 0) * 0.6);
  expect(answer.because[0]).toContain("5 free days, all of fair");
});

test("closing loses everybody who would have come, with their range", () => {
  const answer = only(ask(site, { kind: "opening", day: SATURDAY, hours: [] }));
  expect([...answer.after]).toEqual([0, 0, 0, 0, 0]);
  const [q10 = 0, , q50 = 0, , q90 = 0] = answer.before;
  expect(answer.difference).toEqual({ low: -q90, middle: -q50, high: -q10 });
});

test("a weekday never open before is taken from other weekdays with a wide range, and says so", () => {
  const hours = [{ fromMinute: 600, toMinute: 1080 }];
  const answer = only(ask(site, { kind: "opening", day: MONDAY, hours }));
  const tuesday = only(ask(site, { kind: "opening", day: addDays(MONDAY, 1), hours: [] }));
  expect([...answer.before]).toEqual([0, 0, 0, 0, 0]);
  expect(answer.basis).toBe("past_days");
  expect(answer.because[0]).toContain("never seen open on that weekday");
  const wide = (row: Float64Array) => (row[4] ?? 0) / (row[0] ?? 1);
  expect(wide(answer.after)).toBeGreaterThan(1.5 * wide(tuesday.before));
  expect(answer.difference.low).toBeLessThan(140);
  expect(answer.difference.high).toBeGreaterThan(140);
});

test("a weekday that was open at times is taken from those days, more narrowly", () => {
  const summer = (date: string) => date.slice(5, 7) === "07" || date.slice(5, 7) === "08";
  const shut = (date: string) => weekday(date) === 1 && !summer(date);
  const seasonal = museum({
    expected: (date) => (shut(date) ? Number.NaN : 150 * (weekday(date) === 1 ? 0.5 : 1)),
    facts: (date) => openTo(date, shut(date) ? 0 : 18),
  });
  const answer = only(
    ask(seasonal, { kind: "opening", day: MONDAY, hours: [{ fromMinute: 600, toMinute: 1080 }] }),
  );
  expect(answer.because[0]).toMatch(/^\d+ past days open on that weekday$/);
  expect(answer.after[0]).toBeLessThan(75);
  expect(answer.after[4]).toBeGreaterThan(75);
  expect(answer.after[4]).toBeLessThan(130);
});

test("other sites know the weekday: the range is around theirs", () => {
  const [one] = site.set.series;
  const neighbour = (seed: number) =>
    world({ seed, days: DAYS, expected: (date) => usual(date) * (weekday(date) === 1 ? 0.4 : 1) });
  const others = [neighbour(1), neighbour(2), neighbour(3)];
  const several: History = {
    ...site,
    set: {
      axis: site.set.axis,
      series: [
        ...(one ? [one] : []),
        ...others.flatMap(({ set }, i) => set.series.map((s) => ({ ...s, id: `b${i}` }))),
      ],
    },
    calendars: [...site.calendars, ...others.flatMap(({ calendars }) => calendars)],
  };
  const change: Change = { kind: "opening", day: MONDAY, hours: [{ fromMinute: 600, toMinute: 1080 }] };
  const answer = only(ask(several, change));
  expect(answer.because[0]).toContain("taken from 3 sites");
  expect(answer.difference.middle).toBeLessThan(only(ask(site, change)).difference.middle * 0.6);
});

test("a group where bookings are known: by the pick-up model, and by days with groups where the model knows none", () => {
  const draw = normals(4);
  const visits = Array.from({ length: 71 }, (_, i) => 27 + i * 11).filter((d) => (d + 1) % 7 !== 1);
  const people = visits.map(() => Math.round(40 + 10 * Math.abs(draw())));
  const booked = new Map(visits.map((d, i) => [addDays(FROM, d), people[i] ?? 0]));
  const visit = Int32Array.from(visits, (d) => dayNumber(FROM) + d);
  const groups = museum({
    expected: (date) => (weekday(date) === 1 ? Number.NaN : usual(date) + 0.9 * (booked.get(date) ?? 0)),
    facts: (date) => openTo(date, weekday(date) === 1 ? 0 : 18),
    bookings: { visit, made: visit.map((d) => d - 7), quantity: Float64Array.from(people) },
  });
  const change: Change = { kind: "group", day: SATURDAY, people: 50 };
  const base = only(ask(groups, change));
  expect(base.basis).toBe("past_days");
  const fitted = pickUp.fit(groups, { leads: LEADS });
  const request = { series: 0, changes: [change], levels: LEVELS, free: [], leads: LEADS, fitted };
  const model = only(whatIf(groups, request));
  expect(model.basis).toBe("model");
  for (const { difference } of [base, model]) {
    expect(difference.low).toBeLessThan(45);
    expect(difference.high).toBeGreaterThan(45);
  }
  expect(base.difference.low).toBeGreaterThan(0);
  expect(reasonsOf(ask(groups, { ...change, people: 900 }))[0]).toContain("was never seen");
});

test("rain that does nothing: no effect could be measured, and the range holds 0", () => {
  const answers = Array.from({ length: 20 }, (_, seed) => {
    const draw = normals(80 + seed);
    const rain = weather("rain", site.set.axis, () => Math.max(0, 4 * draw()));
    return only(ask(museum({ seed, covariates: [rain] }), { kind: "rain", day: SATURDAY, value: 6 }));
  });
  const unclear = answers.filter(({ clear }) => !clear);
  // A range that holds 8 times in 10 leaves 0 out in 2.
  expect(unclear.length).toBeGreaterThanOrEqual(13);
  for (const { because, difference } of unclear) {
    expect(because.at(-1)).toMatch(/^no effect could be measured: between (−\d+|0) and (\+\d+|0)$/);
    expect(difference.low * difference.high).toBeLessThanOrEqual(0);
  }
});

test("several changes of a day move it together, several days are answered in order", () => {
  const draw = normals(5);
  const rain = weather("rain", site.set.axis, () => Math.max(0, 4 * draw()));
  const wet = museum({ covariates: [rain] });
  const event: Change = { kind: "event", day: SATURDAY, event: "fair" };
  const shower: Change = { kind: "rain", day: SATURDAY, value: 9 };
  const ratio = (...changes: Change[]) => {
    const { before, after } = only(ask(wet, ...changes));
    return ((after[2] ?? 0) + 1) / ((before[2] ?? 0) + 1);
  };
  expect(ratio(event, shower)).toBeCloseTo(ratio(event) * ratio(shower), 9);
  const answers = ask(
    site,
    { kind: "opening", day: addDays(SATURDAY, 7), hours: [] },
    { kind: "opening", day: SATURDAY, hours: [] },
  );
  expect(answers.map((answer) => answer.day)).toEqual([SATURDAY, addDays(SATURDAY, 7)]);
});

test("shorter hours that never varied lose between none and all of the people of the hours left out", () => {
  const axis = makeAxis("PT1H", "Europe/Paris", { from: FROM, to: addDays(FROM, DAYS + 2) });
  // A quarter of the people in the last two of eight hours; by the hour less is known than by the day.
  const origin = axis.dayFrom[DAYS - 60] ?? 0;
  const values = Float64Array.from({ length: axis.count }, (_, step) => {
    const hour = axis.slot[step] ?? 0;
    return hour < 10 || hour >= 18 ? 0 : step >= origin && hour >= 16 ? 1e6 : 10;
  });
  const hourly: History = { set: { axis, series: [{ id: "a", values }] }, origin, calendars: site.calendars };
  const fitted = robustBase.fit(site, { leads: LEADS });
  const asked = (fromMinute: number, toMinute: number) => {
    const change: Change = { kind: "opening", day: SATURDAY, hours: [{ fromMinute, toMinute }] };
    const request = { series: 0, changes: [change], levels: LEVELS, free: [], leads: LEADS, fitted, hourly };
    return whatIf(site, request);
  };
  const { before, difference, clear, because } = only(asked(600, 960));
  expect(difference.low).toBeCloseTo(-0.25 * ((before[2] ?? 0) + 1), 6);
  expect(difference.high).toBe(0);
  expect(clear).toBe(false);
  expect(because[0]).toContain("had 25 % of the people on 26 days");
  expect(only(asked(600, 1050)).difference.low).toBeCloseTo((-0.5 / 8) * ((before[2] ?? 0) + 1), 6);
  expect(reasonsOf(asked(540, 960))[0]).toContain("never open at those hours");
  expect(reasonsOf(asked(600, 1140))[0]).toContain("opening hours have hardly varied");
});

test("what the past cannot tell is refused with the reason", () => {
  const refusals: [Change, string][] = [
    [{ kind: "event", day: SATURDAY, event: "circus" }, "event: circus was seen 0 times (2 are needed)"],
    [{ kind: "rain", day: SATURDAY, value: 3 }, "rain: no rain is on record for this site"],
    [{ kind: "group", day: SATURDAY, people: 50 }, "group: this site takes no bookings"],
    [{ kind: "event", day: MONDAY, event: "fair" }, "it is closed on that day"],
    [{ kind: "opening", day: MONDAY, hours: [] }, "opening: it is closed on that day already"],
    [{ kind: "event", day: day(-1), event: "fair" }, "that day is over"],
    [{ kind: "event", day: day(LEADS), event: "fair" }, "forecasts reach 90 days ahead"],
  ];
  for (const [change, reason] of refusals) expect(reasonsOf(ask(site, change))).toEqual([reason]);
  const shorter: Change = { kind: "opening", day: SATURDAY, hours: [{ fromMinute: 600, toMinute: 900 }] };
  expect(reasonsOf(ask(site, shorter))[0]).toContain("opening hours have hardly varied");
  const closing: Change = { kind: "opening", day: SATURDAY, hours: [] };
  expect(reasonsOf(ask(site, closing, { kind: "free_entry", day: SATURDAY }))).toHaveLength(1);
  expect(reasonsOf(ask(site, closing, closing))[0]).toContain("asked for twice");
  const fairDay: Change = { kind: "event", day: SATURDAY, event: "fair" };
  expect(reasonsOf(ask(site, fairDay, { kind: "free_entry", day: SATURDAY }))[0]).toContain(
    "holds it already",
  );
  const free = museum({
    facts: (date) => ({ ...openTo(date, 18), events: date === fairs[0] ? ["fair"] : [] }),
  });
  expect(reasonsOf(ask(free, { kind: "free_entry", day: SATURDAY }))[0]).toContain("1 free day in the past");
  const young = world({ seed: 1, days: 40, facts: plainDay });
  const soon: Change = { kind: "event", day: addDays(FROM, 45), event: "fair" };
  expect(reasonsOf(ask(young, soon))[0]).toContain("history too short");
});

describe("nothing from after the origin is read", () => {
  const ORIGIN = DAYS - 100;
  const originDay = dayNumber(FROM) + ORIGIN;
  const draw = normals(21);
  const rain = weather("rain", site.set.axis, () => 1 + Math.abs(2 * draw()));
  const visits = Array.from({ length: 60 }, (_, i) => dayNumber(FROM) + 15 * i + 2);
  type Row = readonly [visit: number, made: number, people: number];
  const groups = visits.map((visit): Row => [visit, visit - 5, 40]);
  const bookings = (rows: readonly Row[]) => ({
    visit: Int32Array.from(rows, ([visit]) => visit),
    made: Int32Array.from(rows, ([, made]) => made),
    quantity: Float64Array.from(rows, ([, , people]) => people),
  });
  const known = museum({
    origin: ORIGIN,
    expected: usual,
    facts: (date) => ({ ...plainDay(date), events: fair(date) ? ["fair"] : [] }),
    bookings: bookings(groups.filter(([, made]) => made < originDay)),
    covariates: [rain],
  });
  const target = addDays(FROM, DAYS - 80);
  const changes: Change[] = [
    { kind: "event", day: target, event: "fair" },
    { kind: "rain", day: addDays(target, 1), value: 4 },
    { kind: "group", day: addDays(target, 2), people: 30 },
    { kind: "free_entry", day: addDays(target, 3) },
  ];
  const of = (history: History) => ask(history, ...changes);
  const answers = of(known);

  test("there is something to tell", () => {
    expect(reasonsOf(answers)).toEqual(["answered", "answered", "answered", "answered"]);
  });

  test("values", () => {
    expect(of(uncut(known))).toEqual(answers);
  });

  test("bookings: groups to come, and what is told later of groups that came", () => {
    const later = visits.map((visit): Row => [visit, Math.max(originDay, visit - 5), 90]);
    expect(of({ ...known, bookings: [bookings([...groups, ...later])] })).toEqual(answers);
  });

  test("weather: what is said at the origin of days past and to come", () => {
    const start = known.set.axis.start[ORIGIN] ?? 0;
    const before = rain.issued.filter((issued) => issued < start).length;
    const told = {
      name: "rain",
      issued: Float64Array.of(...rain.issued.subarray(0, before), ...rain.issued.map(() => start)),
      step: Int32Array.of(...rain.step.subarray(0, before), ...rain.step),
      value: Float64Array.of(...rain.value.subarray(0, before), ...rain.value.map((mm) => 5 * mm)),
    };
    expect(of({ ...known, covariates: [[told]] })).toEqual(answers);
  });
});
