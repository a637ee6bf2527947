/** Weather of each site as models take it: every issue made before the origin, so that a model may stand at any past
 *  origin and see what was said then. By hour: °C and mm of the hour. By day: the warmest hour and the rain between
 *  08:00 and 20:00. */
import { type Axis, stepAt } from "../../domain/series.ts";
import type { Site } from "../../domain/site.ts";
import { HOUR, type Instant } from "../../domain/time.ts";
import type { Covariate } from "../../forecast/inputs.ts";
import type { Store } from "../../store/connect.ts";
import { ask } from "../../store/query.ts";
import { weatherDay, weatherHour } from "./queries.ts";

/** What one issue said: steps on the axis and, side by side with them, tenths of °C or mm. */
interface Issue {
  readonly site: string;
  readonly variable: string;
  readonly issued: Instant;
  readonly steps: readonly number[];
  readonly tenths: readonly number[];
}

/** Covariates of each site: those of its own weather feed, else of the territory's; none when nothing is known. */
export async function readWeather(
  store: Store,
  sites: readonly Site[],
  axis: Axis,
  origin: Instant,
): Promise<(readonly Covariate[])[]> {
  const issues =
    axis.step === "PT1H" ? hourly(store, sites, axis, origin) : daily(store, sites, axis, origin);
  const places = Map.groupBy(await issues, (issue) => issue.site);
  const covariates = new Map([...places].map(([place, own]) => [place, covariatesOf(own, axis.count)]));
  return sites.map(({ id }) => covariates.get(id) ?? covariates.get("") ?? []);
}

async function hourly(store: Store, sites: readonly Site[], axis: Axis, origin: Instant): Promise<Issue[]> {
  const rows = await ask(store, weatherHour, spanOf(sites, axis, origin));
  // TRICKY: where the clock changes by half an hour, steps and hours of UTC drift apart: the step that holds it.
  const stepOf = (hour: number) => stepAt(axis, hour * HOUR + 1) - 1;
  return rows.map(({ issued_at, hours, ...rest }) => ({
    ...rest,
    issued: issued_at,
    steps: hours.map(stepOf),
  }));
}

async function daily(store: Store, sites: readonly Site[], axis: Axis, origin: Instant): Promise<Issue[]> {
  const rows = await ask(store, weatherDay, { ...spanOf(sites, axis, origin), tz: axis.zone });
  return rows.map(({ issued_at, days, ...rest }) => ({
    ...rest,
    issued: issued_at,
    steps: days.map((day) => day - axis.firstDay),
  }));
}

function spanOf(sites: readonly Site[], axis: Axis, origin: Instant) {
  const last = axis.start[axis.count - 1] ?? 0;
  return {
    sites: ["", ...sites.map((site) => site.id)],
    from: axis.start[0] ?? 0,
    // The widest last step is a day of 25 hours; what lies behind the axis is left out below.
    to: last + (axis.step === "PT1H" ? HOUR : 25 * HOUR),
    asOf: origin,
  };
}

/** Issues of one place, oldest first, as one covariate per variable. */
function covariatesOf(issues: readonly Issue[], count: number): Covariate[] {
  return [...Map.groupBy(issues, (issue) => issue.variable)].map(([name, own]) => {
    const rows = own.reduce((sum, { steps }) => sum + steps.length, 0);
    const issued = new Float64Array(rows);
    const step = new Int32Array(rows);
    const value = new Float64Array(rows);
    let row = 0;
    for (const issue of own) {
      for (const [i, at] of issue.steps.entries()) {
        if (at < 0 || at >= count) continue;
        issued[row] = issue.issued;
        step[row] = at;
        value[row] = (issue.tenths[i] ?? Number.NaN) / 10;
        row++;
      }
    }
    return {
      name,
      issued: issued.subarray(0, row),
      step: step.subarray(0, row),
      value: value.subarray(0, row),
    };
  });
}
