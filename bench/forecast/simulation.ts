/** Forecasts and effects on the demonstration's simulation, where the truth is known: share of values inside the 80 %
 *  band by site and lead group, and share of seeds in which the effect of an action, an event and rain lies within its
 *  range.
 *  node bench/forecast/simulation.ts --seeds 50 [--first 1] [--part coverage|effects|unusual] [--step P1D] [--model NAME] */
import { parseArgs } from "node:util";
import { modelNamed } from "../../src/jobs/models.ts";
import { type Inside, tryCoverage } from "./simulated-coverage.ts";
import { tryEffects } from "./simulated-effects.ts";
import { tryUnusual } from "./simulated-unusual.ts";

const { values: args } = parseArgs({
  options: {
    seeds: { type: "string", default: "50" },
    first: { type: "string", default: "1" },
    part: { type: "string" },
    step: { type: "string" },
    model: { type: "string", default: "robust-base" },
  },
});
const model = modelNamed(args.model);
const seeds = Array.from({ length: Number(args.seeds) }, (_, i) => i + Number(args.first));
const steps = (["PT1H", "P1D"] as const).filter((step) => (args.step ?? step) === step);

function effects(): void {
  const tries = seeds.flatMap((seed) => tryEffects(seed));
  console.log(`\neffects: share of ${seeds.length} seeds with the truth inside the range of 80 % (aim 0.80)`);
  for (const [what, all] of Map.groupBy(tries, (one) => one.what)) {
    for (const [site, own] of Map.groupBy(all, (one) => one.site)) print(`${what} ${site}`, own);
    print(`${what}, all sites`, all);
  }
}

function print(name: string, tries: ReturnType<typeof tryEffects>): void {
  const found = tries.flatMap(({ answer, truth }) => (answer.kind === "effect" ? [{ answer, truth }] : []));
  const inside = found.filter(({ answer: { people }, truth }) => truth >= people.low && truth <= people.high);
  const mean = (of: (one: (typeof found)[number]) => number) =>
    (found.reduce((sum, one) => sum + of(one), 0) / found.length).toFixed(2);
  console.log(
    name.padEnd(28),
    (inside.length / found.length).toFixed(2),
    `found ${mean(({ answer }) => answer.share.value)}`,
    `truth ${mean(({ answer, truth }) => truth / answer.counterfactual.value)}`,
    `width ${mean(({ answer }) => answer.share.high - answer.share.low)}`,
    found.length < tries.length ? `refused ${tries.length - found.length}` : "",
  );
}

function coverage(): void {
  const total = new Map<string, Inside>();
  for (const seed of seeds) {
    for (const [name, { inside, of }] of tryCoverage(seed, model, steps)) {
      const sum = total.get(name) ?? { inside: 0, of: 0 };
      total.set(name, { inside: sum.inside + inside, of: sum.of + of });
    }
  }
  console.log(`\ncoverage of the 80 % band of ${args.model} over ${seeds.length} seeds (aim 0.76 to 0.86)`);
  for (const [name, { inside, of }] of [...total].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const share = inside / of;
    console.log(name.padEnd(40), share.toFixed(3), `of ${of}`, share < 0.76 || share > 0.86 ? "OUT" : "");
  }
}

function unusual(): void {
  const all = seeds.flatMap((seed) => [...tryUnusual(seed, model)]);
  console.log(`\nunusual days: ordinary days flagged per site and 60 days measured (aim about 1)`);
  for (const [site, own] of Map.groupBy(all, ([id]) => id)) {
    const sum = (of: "days" | "flagged" | "faults") => own.reduce((total, [, flags]) => total + flags[of], 0);
    const rate = ((60 * sum("flagged")) / sum("days")).toFixed(2);
    console.log(site.padEnd(28), rate, `days that lost 3 in 4: ${(sum("faults") / sum("days")).toFixed(2)}`);
  }
}

const parts = { effects, coverage, unusual };
const began = process.cpuUsage();
for (const [name, run] of Object.entries(parts)) if ((args.part ?? name) === name) run();
const { user, system } = process.cpuUsage(began);
console.log(`\n${((user + system) / 1e6).toFixed(0)} CPU s`);
