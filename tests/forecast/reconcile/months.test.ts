import fc from "fast-check";
import { expect, test } from "vitest";
import { makeAxis } from "../../../src/domain/series.ts";
import { addDays, dayNumber, daysIn } from "../../../src/domain/time.ts";
import { compileCalendar } from "../../../src/forecast/calendar.ts";
import type { Forecast, History } from "../../../src/forecast/model.ts";
import { robustBase } from "../../../src/forecast/models/robust-base.ts";
import { monthsFrom, nextMonth } from "../../../src/forecast/reconcile/month-span.ts";
import { learnMonthSpread, monthQuantiles } from "../../../src/forecast/reconcile/month-spread.ts";
import { monthForecasts } from "../../../src/forecast/reconcile/months.ts";
import { plainDay, seeded } from "../support.ts";

const levels = [0.1, 0.25, 0.5, 0.75, 0.9];

/** Daily counts of one site up to a day, busier in summer by half. */
function daily(
  from: string,
  today: string,
  noise = 0,
  hole: (date: string) => boolean = () => false,
): History {
  const to = addDays(today, 620);
  const axis = makeAxis("P1D", "Europe/Paris", { from, to });
  const random = seeded(5);
  const past = daysIn({ from, to: today });
  const values = Float64Array.from(past, (date) => {
    const season = 1 - 0.5 * Math.cos((2 * Math.PI * (dayNumber(date) - dayNumber("2024-01-15"))) / 365.25);
    return hole(date) ? Number.NaN : 100 * season * (1 + noise * (random() - 0.5));
  });
  const calendar = compileCalendar(daysIn({ from, to }).map(plainDay), dayNumber(from), axis.count);
  return { set: { axis, series: [{ id: "a", values }] }, origin: past.length, calendars: [calendar] };
}

function ask(history: History, near?: readonly Float64Array[]): Forecast {
  const [answer] = monthForecasts(robustBase, history, { months: 18, levels, ...(near ? { near } : {}) });
  if (answer?.kind !== "forecast") throw new Error(`refused: ${answer?.reason}`);
  return answer;
}

test("eighteen months follow the year: July far above January, each in order", () => {
  const answer = ask(daily("2023-11-01", "2026-11-10", 0.4));
  expect(answer.leads).toBe(18);
  const [january = 0, july = 0] = [answer.mean[2], answer.mean[8]];
  expect(july / january).toBeGreaterThan(1.8);
  for (let k = 0; k < 18; k++) {
    const row = [...answer.quantiles.subarray(k * 5, k * 5 + 5)];
    expect(row).toEqual([...row].sort((a, b) => a - b));
  }
});

test("the running month is what was measured and what is left; its range is that of what is left", () => {
  const early = ask(daily("2023-11-01", "2026-11-02", 0.4));
  const history = daily("2023-11-01", "2026-11-29", 0.4);
  const late = ask(history);
  const width = ({ quantiles }: Forecast) => (quantiles[4] ?? 0) - (quantiles[0] ?? 0);
  expect(width(late)).toBeLessThan(width(early) / 5);
  const measured = history.set.series[0]?.values.slice(-28).reduce((a, b) => a + b, 0) ?? 0;
  expect(late.quantiles[0]).toBeGreaterThan(measured);
});

test("days already forecast go before the model's own, so that months agree with their days", () => {
  const history = daily("2023-11-01", "2026-12-01", 0.2);
  const near = Float64Array.from({ length: 90 }, (_, i) => i + 1);
  expect(ask(history, [near]).mean[0]).toBeCloseTo((31 * 32) / 2, 6);
});

test("open days of the running month without a value count as much as the measured ones", () => {
  const holes = daily("2023-11-01", "2026-11-21", 0, (date) => date >= "2026-11-06" && date < "2026-11-11");
  const whole = ask(daily("2023-11-01", "2026-11-21"));
  expect(ask(holes).mean[0]).toBeCloseTo(whole.mean[0] ?? 0, -2);
});

test("with less than thirteen months there is none, and it says so", () => {
  const [answer] = monthForecasts(robustBase, daily("2025-11-20", "2026-11-10"), { months: 18, levels });
  expect(answer).toEqual({
    kind: "refused",
    id: "a",
    reason: "history too short: 355 days (13 months are needed)",
  });
});

test("with thirteen months there is one, with ranges wider than where years are known", () => {
  const share = (answer: Forecast) =>
    ((answer.quantiles[5 * 5 + 4] ?? 0) - (answer.quantiles[5 * 5] ?? 0)) / (answer.mean[5] ?? 1);
  const young = ask(daily("2025-10-01", "2026-11-10", 0.4));
  const old = ask(daily("2023-11-01", "2026-11-10", 0.4));
  expect(share(young)).toBeGreaterThan(share(old));
});

test("ranges hold their share of months drawn from what they learned", () => {
  const random = seeded(11);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const draw = (sigma: number) => 1000 * Math.exp(sigma * normal());
  const misses = Array.from({ length: 60 }, (_, i) => ({
    id: "a",
    lead: 1 + (i % 3),
    came: draw(0.2),
    hoped: 1000,
  }));
  const [low = 0, high = 0] = monthQuantiles(learnMonthSpread(misses)("a"), 2, 1000, [0.1, 0.9]);
  let inside = 0;
  for (let n = 0; n < 2000; n++) {
    const came = draw(0.2);
    if (came >= low && came <= high) inside++;
  }
  expect(inside / 2000).toBeGreaterThan(0.7);
  expect(inside / 2000).toBeLessThan(0.9);
});

test("farther ahead is never better known, whatever was learned", () => {
  const miss = fc.record({
    id: fc.constantFrom("a", "b"),
    lead: fc.integer({ min: 1, max: 12 }),
    came: fc.double({ min: 0, max: 5000, noNaN: true }),
    hoped: fc.double({ min: 0, max: 5000, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(miss, { maxLength: 40 }), (misses) => {
      const { sigma } = learnMonthSpread(misses)("a");
      expect([...sigma]).toEqual([...sigma].sort((a, b) => a - b));
      expect(sigma.every((s) => s >= 0.05 && Number.isFinite(s))).toBe(true);
    }),
  );
});

test("months begin where the last ends, and one that the axis does not hold is left out", () => {
  const axis = makeAxis("P1D", "Europe/Paris", { from: "2026-11-10", to: "2027-03-15" });
  const months = monthsFrom(axis, 14, 18);
  expect(months.map(({ from, to }) => to - from)).toEqual([30, 31, 31, 28]);
  expect(months[0]?.from).toBe(-9);
  expect(nextMonth("2026-12-01")).toBe("2027-01-01");
});
