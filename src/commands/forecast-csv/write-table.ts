/** Forecasts → CSV lines, in the form of the input. */
import type { Axis, SeriesSet } from "../../domain/series.ts";
import type { Zone } from "../../domain/time.ts";
import type { Forecast } from "../../forecast/model.ts";
import { formatTime, type TimeForm } from "./time-form.ts";

/** First line, with its end. */
export function headerOf(levels: readonly number[]): string {
  return `series,origin,time,lead,${levels.map((level) => `q${level}`).join(",")}\n`;
}

function isSecondPass(axis: Axis, step: number): boolean {
  return (
    axis.step === "PT1H" && axis.day[step] === axis.day[step - 1] && axis.slot[step] === axis.slot[step - 1]
  );
}

/** The steps to write from an origin on, counted from it (0 = the origin's own).
 *  TRICKY: a file of wall-clock times cannot name the second pass of the doubled hour; unless it has written the
 *  hour twice before the origin, it gets it once. */
export function stepsToWrite(
  { axis, series }: SeriesSet,
  origin: number,
  horizon: number,
  form: TimeForm,
): number[] {
  const seen = (step: number) => series.some(({ values }) => !Number.isNaN(values[step] ?? Number.NaN));
  let twice = form.suffix !== "";
  for (let step = 1; step < origin && !twice; step++) twice = isSecondPass(axis, step) && seen(step);
  const steps: number[] = [];
  for (let ahead = 0; steps.length < horizon && origin + ahead < axis.count; ahead++) {
    if (twice || !isSecondPass(axis, origin + ahead)) steps.push(ahead);
  }
  return steps;
}

export interface TableForm {
  readonly axis: Axis;
  readonly zone: Zone;
  readonly form: TimeForm;
  /** Step index of the origin, and how it is written. */
  readonly origin: number;
  readonly named: string;
  /** Steps to write, counted from the origin. */
  readonly steps: readonly number[];
}

/** The lines of one series at one origin; people to three decimals. */
export function linesOf(forecast: Forecast, { axis, zone, form, origin, named, steps }: TableForm): string {
  const width = forecast.levels.length;
  const id = /[",\n\r]/.test(forecast.id) ? `"${forecast.id.replaceAll('"', '""')}"` : forecast.id;
  let text = "";
  for (const [n, step] of steps.entries()) {
    text += `${id},${named},${formatTime(axis.start[origin + step] ?? 0, zone, form, axis.step)},${n + 1}`;
    for (const value of forecast.quantiles.subarray(step * width, (step + 1) * width)) {
      text += `,${Math.round(value * 1000) / 1000}`;
    }
    text += "\n";
  }
  return text;
}
