// Holds the main promise on real counts. Skipped where ../shared/data is absent, as its name then says.
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { hasCounts, melbourne } from "../../bench/forecast/data.ts";
import { dayNumber } from "../../src/domain/time.ts";
import { backtest } from "../../src/forecast/backtest.ts";
import { robustBase } from "../../src/forecast/models/robust-base.ts";
import { seasonalNaive } from "../../src/forecast/models/seasonal-naive.ts";

const folder = "../shared/data";
const absent = !existsSync(folder) || !hasCounts(folder);

test.skipIf(absent)(
  "weeks with a public holiday: at most 0.65 of the simple rule's error (public counts)",
  () => {
    const { set, calendar } = melbourne(folder, "PT1H");
    const origins = ["2013-03-29", "2013-12-23", "2014-04-18"].map(
      (d) => set.axis.dayFrom[dayNumber(d) - set.axis.firstDay] ?? 0,
    );
    const scores = backtest(
      [robustBase, seasonalNaive(7)],
      set,
      set.series.map(() => calendar),
      { origins, horizons: [168] },
    );
    const mean = (name: string) => {
      const own = scores.filter(
        ({ model, mase, count }) => model === name && Number.isFinite(mase) && count > 100,
      );
      return own.reduce((sum, { mase }) => sum + mase, 0) / own.length;
    };
    expect(scores.length).toBeGreaterThan(80);
    expect(mean("robust-base") / mean("seasonal-naive")).toBeLessThan(0.65);
  },
  20_000,
);
