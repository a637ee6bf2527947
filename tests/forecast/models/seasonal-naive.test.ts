import { expect, test } from "vitest";
import { seasonalNaive } from "../../../src/forecast/models/seasonal-naive.ts";
import { history } from "../support.ts";

test("the last week repeats, and a day not observed takes the week before", () => {
  const value = (date: string) => (date === "2023-03-11" ? Number.NaN : Number(date.slice(8)));
  const asked = history({ days: 70, leads: 14, value }); // 2 January to 12 March
  const leads = 14;
  const [answer] = seasonalNaive(7)
    .fit(asked, { leads })
    .forecast(asked, { leads, levels: [0.5] });
  if (answer?.kind !== "forecast") throw new Error("refused");
  const week = [6, 7, 8, 9, 10, 4, 12];
  // By day the band is centred on the rule itself, so the median is the repeated value.
  expect([...answer.quantiles].map((q) => Math.round(q * 1e6) / 1e6)).toEqual([...week, ...week]);
});

test("with a season of 364 days the same weekday of a year ago repeats", () => {
  const asked = history({ days: 400, leads: 7, value: (_, __, noise) => Math.round(noise * 1000) });
  const [answer] = seasonalNaive(364)
    .fit(asked, { leads: 7 })
    .forecast(asked, { leads: 7, levels: [0.5] });
  if (answer?.kind !== "forecast") throw new Error("refused");
  const before = asked.set.series[0]?.values.subarray(400 - 364, 400 - 357) ?? [];
  expect([...answer.quantiles].map(Math.round)).toEqual([...before]);
});

test("a series without any observation is refused", () => {
  const asked = history({ days: 30, leads: 7, value: () => Number.NaN });
  const [answer] = seasonalNaive(7)
    .fit(asked, { leads: 7 })
    .forecast(asked, { leads: 7, levels: [0.5] });
  expect(answer).toEqual({ kind: "refused", id: "a", reason: "nothing observed so far" });
});
