/** Weather of the simulation by day: forecast each midnight, and as it came. */
import { forecastOf } from "../../demo/simulation/weather-forecast.ts";
import type { World } from "../../demo/simulation/world.ts";
import type { Axis } from "../../src/domain/series.ts";
import { fromDayNumber, HOUR } from "../../src/domain/time.ts";
import type { Covariate } from "../../src/forecast/inputs.ts";

/** Days ahead that the weather is forecast. */
const WEATHER_DAYS = 14;

/** Warmest hour (°C) and rain (mm) of each day of an axis of days. */
export function weatherOf(world: World, axis: Axis): Covariate[] {
  const forecast = forecastOf(world.seed);
  const rows: { issued: number; step: number; celsius: number; mm: number }[] = [];
  for (let step = 0; step < axis.count; step++) {
    const date = fromDayNumber(axis.day[step] ?? 0);
    const start = axis.start[step] ?? 0;
    for (let ahead = 0; ahead < WEATHER_DAYS && ahead <= step; ahead++) {
      const { highCelsius: celsius, rainMm: mm } = forecast(date, ahead + 0.5);
      rows.push({ issued: axis.start[step - ahead] ?? 0, step, celsius, mm });
    }
    const { highCelsius: celsius, rainMm: mm } = world.weather(date);
    rows.push({ issued: start + 24 * HOUR, step, celsius, mm });
  }
  rows.sort((a, b) => a.issued - b.issued || a.step - b.step);
  const issued = Float64Array.from(rows, (row) => row.issued);
  const step = Int32Array.from(rows, (row) => row.step);
  return [
    { name: "temperature", issued, step, value: Float64Array.from(rows, (row) => row.celsius) },
    { name: "rain", issued, step, value: Float64Array.from(rows, (row) => row.mm) },
  ];
}
