/** The simple rule: what was seen a week (or 52 weeks) before, hour by hour. Every other model is scored beside it,
 *  and where they refuse it is what is shown. Bands from its own past errors. */
import { orderQuantiles } from "../../domain/quantile.ts";
import { weekdays } from "../../domain/series.ts";
import { learnSpread, pool, type Spread, spreadOut } from "../base/spread.ts";
import { type DayTable, firstSeen, makeTable, openMinutes } from "../base/table.ts";
import type { Fitted, Forecast, ForecastRequest, History, Model, Refusal } from "../model.ts";

/** Repeats the last season that was observed; steps never observed at that place take the season before.
 *  seasonDays: 7, or 364 for the same weekday a year before.
 *  SOURCE: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2. */
export function seasonalNaive(seasonDays: 7 | 364): Model {
  const name = seasonDays === 7 ? "seasonal-naive" : "seasonal-naive-year";
  return {
    name,
    fit(history, { leads }): Fitted {
      const own = tablesOf(history).map((table) => spreadOf(table, seasonDays, leads));
      const share = pool(own);
      const spreads = new Map(history.set.series.map(({ id }, i) => [id, own[i]]));
      return {
        forecast: (asked, request) =>
          tablesOf(asked).map((table, i): Forecast | Refusal => {
            const id = asked.set.series[i]?.id ?? "";
            const last = repeat(table, table.known, 1, seasonDays);
            if (last.every(Number.isNaN)) return { kind: "refused", id, reason: "nothing observed so far" };
            return forecastSeries({ id, name, seasonDays }, table, share(spreads.get(id)), asked, i, request);
          }),
      };
    },
  };
}

function tablesOf({ set, origin, calendars }: History): DayTable[] {
  return set.series.map(({ values }, i) => {
    const calendar = calendars[i];
    if (!calendar)
      throw new RangeError(`invalid calendars: ${calendars.length} (one per series is expected)`);
    return makeTable(set.axis, values, origin, calendar);
  });
}

/** The last observed value at the same place of earlier seasons, by cell from the origin's day on. */
function repeat({ slots, values }: DayTable, cell: number, days: number, seasonDays: number): Float64Array {
  const start = Math.floor(cell / slots) * slots;
  const season = seasonDays * slots;
  return Float64Array.from({ length: days * slots }, (_, i) => {
    const at = start + i;
    let back = at - season * Math.max(1, Math.ceil((at - cell + 1) / season));
    while (back >= 0 && Number.isNaN(values[back])) back -= season;
    return back >= 0 ? (values[back] ?? Number.NaN) : Number.NaN;
  });
}

function spreadOf(table: DayTable, seasonDays: number, leads: number): Spread | undefined {
  return learnSpread(
    table,
    weekdays(table.firstDay, table.days),
    () => false,
    firstSeen(table),
    leads,
    (cell, days) => repeat(table, cell, days, seasonDays),
  );
}

/** Without any past error to learn from the band is a point. */
const noSpread: Spread = { scale: new Float64Array(48), special: 1, groups: [] };

function forecastSeries(
  { id, name, seasonDays }: { id: string; name: string; seasonDays: number },
  table: DayTable,
  spread: Spread = noSpread,
  { set: { axis }, origin, calendars }: History,
  series: number,
  { leads, levels }: ForecastRequest,
): Forecast {
  const { slots, known } = table;
  const originDay = Math.floor(known / slots);
  const weekday = weekdays(table.firstDay, table.days);
  const points = repeat(table, known, Math.ceil(leads / slots) + 2, seasonDays);
  const quantiles = new Float64Array(leads * levels.length);
  const mean = new Float64Array(leads);
  const closed = new Uint8Array(leads);
  const calendar = calendars[series];
  for (let i = 0; i < leads; i++) {
    const day = (axis.day[origin + i] ?? 0) - axis.firstDay;
    const slot = axis.slot[origin + i] ?? 0;
    const hope = points[(day - originDay) * slots + slot] ?? Number.NaN;
    if (Number.isNaN(hope) || (calendar && openMinutes(calendar, day, slot, slots) === 0)) {
      closed[i] = 1;
      continue;
    }
    const cell = { weekday: weekday[day] ?? 0, slot, slots, special: false };
    const row = quantiles.subarray(i * levels.length, (i + 1) * levels.length);
    mean[i] = spreadOut(spread, cell, hope, i + 1, levels, row);
    orderQuantiles(row);
  }
  return { kind: "forecast", id, model: name, levels, leads, quantiles, mean, closed };
}
