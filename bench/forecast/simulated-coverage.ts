/** Share of what came that lay in the 80 % band, by site and lead group, on simulated visitors. Closed days and hours
 *  are not scored. */
import type { World } from "../../demo/simulation/world.ts";
import type { SeriesStep } from "../../src/domain/series.ts";
import { addDays, type LocalDate } from "../../src/domain/time.ts";
import type { Model } from "../../src/forecast/model.ts";
import { historyOf, visitsOf, worldOf } from "./simulated.ts";

export interface Inside {
  readonly inside: number;
  readonly of: number;
}

/** Two years and more before the origins: one in each quarter of the year, on other days from seed to seed. */
const FIRST = "2023-09-01";
const FIRST_ORIGIN = "2025-09-01";
const STRIDE_DAYS = 29;
const QUARTER_DAYS = 91;

/** Last lead of each group, steps. */
const GROUPS: Readonly<Record<SeriesStep, readonly number[]>> = { PT1H: [24, 168], P1D: [7, 28, 90] };

/** Counts by `step first–last site`. */
export function tryCoverage(seed: number, model: Model): Map<string, Inside> {
  const out = new Map<string, Inside>();
  const world = worldOf(seed, { from: FIRST, to: FIRST_ORIGIN });
  for (let quarter = 0; quarter < 4; quarter++) {
    const to = addDays(FIRST_ORIGIN, (seed * STRIDE_DAYS + quarter * QUARTER_DAYS) % (4 * QUARTER_DAYS));
    for (const step of ["PT1H", "P1D"] as const) scoreOrigin(world, step, to, model, out);
  }
  return out;
}

function scoreOrigin(
  world: World,
  step: SeriesStep,
  to: LocalDate,
  model: Model,
  out: Map<string, Inside>,
): void {
  const groups = GROUPS[step];
  const leads = groups.at(-1) ?? 0;
  const history = historyOf(world, step, { from: FIRST, to }, step === "PT1H" ? 8 : leads + 1);
  const options = { leads, levels: [0.1, 0.9] };
  for (const answer of model.fit(history, { leads }).forecast(history, options)) {
    if (answer.kind === "refused") continue;
    const came = visitsOf(world, answer.id, history.set.axis);
    for (let lead = 1; lead <= leads; lead++) {
      const value = came[history.origin + lead - 1] ?? Number.NaN;
      if (Number.isNaN(value) || answer.closed[lead - 1] === 1) continue;
      const last = groups.find((end) => lead <= end) ?? leads;
      const first = (groups[groups.indexOf(last) - 1] ?? 0) + 1;
      const name = `${step} ${first}–${last} ${answer.id}`;
      const [low = 0, high = 0] = answer.quantiles.subarray(2 * (lead - 1), 2 * lead);
      const sum = out.get(name) ?? { inside: 0, of: 0 };
      out.set(name, { inside: sum.inside + (value >= low && value <= high ? 1 : 0), of: sum.of + 1 });
    }
  }
}
