/** Share of what came that lay in the 80 % band, by site and lead group, on simulated visitors. Closed days and hours
 *  are not scored. */
import type { World } from "../../demo/simulation/world.ts";
import { cutAt, type SeriesStep } from "../../src/domain/series.ts";
import { addDays, dayNumber, type LocalDate } from "../../src/domain/time.ts";
import type { Forecast, History, Model } from "../../src/forecast/model.ts";
import { historyOf, visitsOf, worldOf } from "./simulated.ts";

export interface Inside {
  readonly inside: number;
  readonly of: number;
}

/** Two years and more before the origins: in each quarter of the year, on other days from seed to seed, a model learns,
 *  and is asked there and at later origins, as the service asks it again while it has not learned anew. */
const FIRST = "2023-09-01";
const FIRST_ORIGIN = "2025-09-01";
const STRIDE_DAYS = 29;
const QUARTER_DAYS = 91;
const LATER_DAYS = [0, 9, 18, 27];

/** Last lead of each group, steps. */
const GROUPS: Readonly<Record<SeriesStep, readonly number[]>> = { PT1H: [24, 168], P1D: [7, 28, 90] };

/** Counts by `step first–last site`. */
export function tryCoverage(seed: number, model: Model, steps: readonly SeriesStep[]): Map<string, Inside> {
  const out = new Map<string, Inside>();
  const world = worldOf(seed, { from: FIRST, to: FIRST_ORIGIN });
  for (let quarter = 0; quarter < 4; quarter++) {
    const to = addDays(FIRST_ORIGIN, (seed * STRIDE_DAYS + quarter * QUARTER_DAYS) % (4 * QUARTER_DAYS));
    for (const step of steps) scoreOrigins(world, step, to, model, out);
  }
  return out;
}

function scoreOrigins(
  world: World,
  step: SeriesStep,
  to: LocalDate,
  model: Model,
  out: Map<string, Inside>,
): void {
  const groups = GROUPS[step];
  const leads = groups.at(-1) ?? 0;
  const last = addDays(to, LATER_DAYS.at(-1) ?? 0);
  const whole = historyOf(world, step, { from: FIRST, to: last }, step === "PT1H" ? 8 : leads + 1);
  const { axis } = whole.set;
  const came = whole.set.series.map(({ id }) => visitsOf(world, id, axis));
  const at = (date: LocalDate): History => {
    const origin = axis.dayFrom[dayNumber(date) - axis.firstDay] ?? axis.count;
    return { ...whole, origin, set: cutAt(whole.set, origin) };
  };
  const first = at(to);
  const fitted = model.fit(first, { leads });
  for (const days of LATER_DAYS) {
    const asked = days === 0 ? first : at(addDays(to, days));
    const answers = fitted.forecast(asked, { leads, levels: [0.1, 0.9] });
    for (const [s, answer] of answers.entries()) {
      if (answer.kind === "refused") continue;
      score(answer, (came[s] ?? new Float64Array()).subarray(asked.origin), (lead, inside) => {
        const end = groups.find((one) => lead <= one) ?? leads;
        const name = `${step} ${(groups[groups.indexOf(end) - 1] ?? 0) + 1}–${end} ${answer.id}`;
        const sum = out.get(name) ?? { inside: 0, of: 0 };
        out.set(name, { inside: sum.inside + (inside ? 1 : 0), of: sum.of + 1 });
      });
    }
  }
}

/** Tells of each lead (from 1) that was open whether it lay in the band. */
function score(answer: Forecast, came: Float64Array, tell: (lead: number, inside: boolean) => void): void {
  for (let i = 0; i < answer.leads; i++) {
    const value = came[i] ?? Number.NaN;
    if (Number.isNaN(value) || answer.closed[i] === 1) continue;
    const [low = 0, high = 0] = answer.quantiles.subarray(2 * i, 2 * i + 2);
    tell(i + 1, value >= low && value <= high);
  }
}
