/** `backtest`: rolling-origin scores per site, lead and model, with the naive rule beside them. */
import type { Command } from "commander";
import { z } from "zod";
import { backtest } from "../forecast/backtest.ts";
import { readHistory } from "../jobs/history.ts";
import { candidates, modelNamed } from "../jobs/models.ts";
import { readContext } from "../visits/context.ts";
import { commonOptions, wrong } from "./options.ts";
import { openService } from "./service.ts";
import { table } from "./table.ts";

const Options = z.object({
  site: z.array(z.string()).optional(),
  folds: z.coerce.number().int().min(1).max(200).catch(8),
});
const HORIZONS = [1, 7, 28];

export function addBacktest(program: Command): void {
  program
    .command("backtest")
    .description("rolling-origin scores of day forecasts per site, lead and model")
    .option("--site <id...>", "only these sites")
    .option("--folds <n>", "origins, two weeks apart, the last 28 days ago", "8")
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command);
      const { site, folds } = Options.parse(command.opts());
      const service = await openService(common.config, common.env);
      try {
        const { store, territory, now } = service;
        const known = territory.sites.map(({ id }) => id);
        const unknown = site?.filter((id) => !known.includes(id)) ?? [];
        if (unknown.length > 0) throw wrong("--site", unknown.join(", "), `known sites: ${known.join(", ")}`);
        const history = (
          await readHistory(store, await readContext(store, territory, now()), now(), 1, false)
        ).P1D;
        const origins = Array.from({ length: folds }, (_, i) => history.origin - 28 - 14 * i).filter(
          (o) => o > 56,
        );
        const scores = backtest(candidates("visits", "P1D").map(modelNamed), history.set, history.calendars, {
          origins: origins.reverse(),
          horizons: HORIZONS,
          onFold: (done) => service.log.debug({ done, of: origins.length }, "fold"),
        }).filter((score) => !site || site.includes(score.id));
        const rows = summarise(scores);
        const head = [
          "site",
          "days ahead",
          "model",
          "days",
          "MAE",
          "MASE",
          "WAPE",
          "bias",
          "pinball",
          "in 80 %",
        ];
        process.stdout.write(common.json ? `${JSON.stringify({ scores })}\n` : `${table(head, rows)}\n`);
      } finally {
        await service.close();
      }
    });
}

type Scores = ReturnType<typeof backtest>;

/** Mean over folds, weighted by the days scored. */
function summarise(scores: Scores): (string | number)[][] {
  const groups = Map.groupBy(
    scores.filter((s) => s.count > 0),
    (s) => `${s.id}|${s.upTo}|${s.model}`,
  );
  return [...groups.values()].map((group) => {
    const days = group.reduce((sum, s) => sum + s.count, 0);
    const mean = (of: (s: Scores[number]) => number) => {
      const scored = group.filter((s) => Number.isFinite(of(s)));
      const weight = scored.reduce((sum, s) => sum + s.count, 0);
      return (scored.reduce((sum, s) => sum + of(s) * s.count, 0) / weight).toFixed(2);
    };
    const [first] = group;
    return [
      first?.id ?? "",
      `1–${first?.upTo}`,
      first?.model ?? "",
      days,
      ...[mean((s) => s.mae), mean((s) => s.mase), mean((s) => s.wape), mean((s) => s.bias)],
      mean((s) => s.pinball),
      mean((s) => s.coverage80),
    ];
  });
}
