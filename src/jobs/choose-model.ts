/** Chooses for each site which model serves: all candidates forecast the last weeks from past origins, and the one with
 *  the least loss serves, the simple rule where it wins. A new one must be better by a margin, so that nothing flaps. */
import { type SeriesStep, slotsPerDay } from "../domain/series.ts";
import { HOUR, type LocalDate } from "../domain/time.ts";
import type { History } from "../forecast/model.ts";
import { type Choice, type Choices, choiceKey } from "./choice.ts";
import type { ForecastMeasure } from "./measures.ts";
import { candidates, isModel, modelNamed, SIMPLE_RULES } from "./models.ts";
import { type CandidateScore, scoreCandidates } from "./score-candidates.ts";

/** Weeks that are scored, and days between origins: not a week, so that they fall on every weekday. */
const WEEKS = 8;
const EVERY = 6;
/** Days scored after each origin. */
const DAYS_AHEAD: Readonly<Record<SeriesStep, number>> = { PT1H: 7, P1D: 28 };
const WEEK_MS = 7 * 24 * HOUR;
/** History before the first origin without which nothing is compared, days. */
const YOUNGEST = 56;
/** Share of the serving model's loss that another has to save; 0 for a simple rule. */
const MARGIN = 0.03;
/** Steps without which a comparison says nothing. */
const FEWEST: Readonly<Record<SeriesStep, number>> = { PT1H: 100, P1D: 20 };

export interface Comparison {
  readonly measure: ForecastMeasure;
  readonly step: SeriesStep;
  readonly history: History;
  /** Day on which the choice is made. */
  readonly today: LocalDate;
  /** What serves now, by {@link choiceKey}: name of a model; absent = nothing yet. */
  readonly serving: ReadonlyMap<string, string>;
}

/** A choice for every series that can be compared. */
export function chooseModels(comparison: Comparison): Choices {
  const { measure, step, history } = comparison;
  const origins = originsOf(history);
  const [first] = origins;
  if (first === undefined) return new Map();
  const weeks = Math.round(
    ((history.set.axis.start[history.origin] ?? 0) - (history.set.axis.start[first] ?? 0)) / WEEK_MS,
  );
  const leads = DAYS_AHEAD[step] * slotsPerDay(history.set.axis);
  const scores = scoreCandidates(candidates(measure, step).map(modelNamed), history, { origins, leads });
  const chosen = [...Map.groupBy(scores, ({ id }) => id)].flatMap(([id, own]): [string, Choice][] => {
    const key = choiceKey(id, step);
    const past = { today: comparison.today, weeks };
    const choice = choose(own, past, comparison.serving.get(key), FEWEST[step]);
    return choice ? [[key, choice]] : [];
  });
  return new Map(chosen);
}

/** Starts of days, ascending, the last a week ago. */
function originsOf({ set: { axis }, origin }: History): number[] {
  const today = axis.day[Math.min(origin, axis.count - 1)] ?? 0;
  const count = Math.ceil((7 * (WEEKS - 1) + 1) / EVERY);
  return Array.from({ length: count }, (_, i) => today - 7 - EVERY * (count - 1 - i))
    .filter((day) => day - axis.firstDay >= YOUNGEST)
    .map((day) => axis.dayFrom[day - axis.firstDay] ?? 0);
}

/** Undefined where too little was measured to say anything. Pure.
 *  @param serving name of the model that serves now */
export function choose(
  scores: readonly CandidateScore[],
  { today, weeks }: { readonly today: LocalDate; readonly weeks: number },
  serving: string | undefined,
  fewest: number,
): Choice | undefined {
  const most = Math.max(0, ...scores.map(({ steps }) => steps));
  if (most < fewest) return undefined;
  // Refused too often to be compared: no steps.
  const compared = scores.filter(({ steps }) => steps === most).sort((a, b) => a.loss - b.loss);
  const [best] = compared;
  if (!best) return undefined;
  const current = compared.find(({ model }) => model === serving && isModel(model));
  // The simple rule serves as soon as it wins; whatever replaces it, or another model, has to be clearly better.
  const margin = isSimple(best) && current !== undefined && !isSimple(current) ? 0 : MARGIN;
  const keep = current !== undefined && best.loss >= (1 - margin) * current.loss;
  const winner = keep ? current : best;
  // The better of the simple rules: beating the other would say little.
  const rule = compared.find(isSimple);
  return {
    model: winner.model,
    against: rule?.model ?? "",
    skill: rule ? skillOf(winner.loss, rule.loss) : null,
    error_skill: rule ? skillOf(winner.error, rule.error) : null,
    weeks,
    steps: most,
    losses: Object.fromEntries(compared.map(({ model, loss }) => [model, rounded(loss / most)])),
    because: compared.length === 1 || !rule ? "only" : winner === best ? "best" : "kept",
    on: today,
  };
}

function isSimple({ model }: Pick<CandidateScore, "model">): boolean {
  return SIMPLE_RULES.includes(model);
}

function skillOf(loss: number, rule: number): number | null {
  return rule > 0 ? rounded(1 - loss / rule) : null;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
