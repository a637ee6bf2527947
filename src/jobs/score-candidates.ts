/** Scores models on past origins of one history: each learns once, from what was known before the first of them, and
 *  then answers at every origin. Pure. */
import { cutAt } from "../domain/series.ts";
import type { Forecast, History, Model, Refusal } from "../forecast/model.ts";
import { pinball } from "../forecast/score.ts";

/** Sums of one model on one series over all origins; `steps` = 0 where it could not be scored. */
export interface CandidateScore {
  readonly id: string;
  readonly model: string;
  /** Steps scored: observed, and not forecast as closed by all. */
  readonly steps: number;
  /** Pinball loss over 0.1, 0.5 and 0.9, summed over the steps; people. */
  readonly loss: number;
  /** Absolute error of the median, summed; people. */
  readonly error: number;
}

const levels = [0.1, 0.5, 0.9] as const;

/** Share of the origins at which a model has to answer for a series to be compared there. */
const ANSWERS = 0.25;

/** One row per series and model, with the same `steps` for all that are compared and 0 for those that refused too often:
 *  an origin counts where all of the compared models answered, a step unless all of them say closed. */
export function scoreCandidates(
  models: readonly Model[],
  { set, calendars, ...known }: History,
  { origins, leads }: { readonly origins: readonly number[]; readonly leads: number },
): CandidateScore[] {
  const [first] = origins;
  if (first === undefined) return [];
  const at = (origin: number): History => ({ set: cutAt(set, origin), origin, calendars, ...past(known) });
  const start = at(first);
  const fitted = models.map((model) => model.fit(start, { leads }));
  const answers = origins.map((origin) => {
    const reach = Math.min(leads, set.axis.count - origin);
    return fitted.map((one) => one.forecast(at(origin), { leads: reach, levels }));
  });
  return set.series.flatMap(({ id, values }, i) => {
    const given = answers.map((byModel) => byModel.map((list) => forecastIn(list[i])));
    const compared = models.map((_, m) => {
      const count = given.filter((byModel) => byModel[m]).length;
      return count > 0 && count >= ANSWERS * origins.length;
    });
    const totals = models.map(() => ({ steps: 0, loss: 0, error: 0 }));
    for (const [n, origin] of origins.entries()) {
      const own = (given[n] ?? []).filter((_, m) => compared[m]);
      const all = own.flatMap((answer) => answer ?? []);
      const [one] = all;
      if (!one || all.length < own.length) continue;
      const actual = Float64Array.from({ length: one.leads }, (_, lead) =>
        all.every((answer) => answer.closed[lead] === 1) ? Number.NaN : (values[origin + lead] ?? Number.NaN),
      );
      for (const [m, total] of totals.entries()) {
        const answer = given[n]?.[m];
        if (answer && compared[m]) add(total, actual, answer);
      }
    }
    return models.map(({ name: model }, m) => ({
      id,
      model,
      ...(totals[m] ?? { steps: 0, loss: 0, error: 0 }),
    }));
  });
}

function forecastIn(answer: Forecast | Refusal | undefined): Forecast | undefined {
  return answer?.kind === "forecast" ? answer : undefined;
}

/** Bookings and covariates carry their own time of becoming known; models cut them at the origin. */
function past({ bookings, covariates }: Pick<History, "bookings" | "covariates">): Partial<History> {
  return { ...(bookings ? { bookings } : {}), ...(covariates ? { covariates } : {}) };
}

function add(total: { steps: number; loss: number; error: number }, y: Float64Array, answer: Forecast): void {
  const steps = y.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
  if (steps === 0) return;
  const [low, middle, high] = levels.map((_, k) =>
    y.map((_value, lead) => answer.quantiles[lead * levels.length + k] ?? Number.NaN),
  );
  if (!low || !middle || !high) return;
  total.steps += steps;
  total.loss += (steps * (pinball(y, low, 0.1) + pinball(y, middle, 0.5) + pinball(y, high, 0.9))) / 3;
  total.error += 2 * steps * pinball(y, middle, 0.5);
}
