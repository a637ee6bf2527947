/** The newest served vintage of each series: which model spoke and why, and the state of its inputs. */
import type { Instant } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import { type Choice, readChoice } from "./choice.ts";
import type { ForecastMeasure, ForecastStep } from "./measures.ts";
import { forecastRunLast } from "./queries.ts";

export interface NewestRun {
  readonly model: string;
  /** Hash of the inputs; empty for sums of sites. */
  readonly inputs: string;
  readonly chosen: Choice | undefined;
  readonly origin: Instant;
}

export type NewestRuns = (
  site: string,
  step: ForecastStep,
  measure: ForecastMeasure,
) => NewestRun | undefined;

/** Vintages with an origin at or before `asOf`. */
export async function readNewestRuns(store: Store, asOf: Instant): Promise<NewestRuns> {
  const rows = await ask(store, forecastRunLast, { asOf });
  const runs = new Map(
    rows.map(({ site, step, measure, model, inputs, chosen, origin }) => [
      `${site} ${step} ${measure}`,
      { model, inputs, chosen: readChoice(chosen), origin },
    ]),
  );
  return (site, step, measure) => runs.get(`${site} ${step} ${measure}`);
}
