/** Door against till at every site that has both: ratios with their bands, drift, and clocks. */
import type { Concordance } from "../../contract/quality.ts";
import type { DaySpan } from "../../domain/time.ts";
import type { VisitContext } from "../../visits/context.ts";
import type { DayRows } from "../../visits/daily.ts";
import { driftOf } from "../../visits/drift.ts";
import type { ViewDeps } from "../deps.ts";
import { bothDays, doorsAndTills } from "./both-days.ts";
import { readClock } from "./clocks.ts";
import { ratiosOf } from "./concordance.ts";

/** @param long the days asked for, and those before them from which the first bands are made */
export function readConcordances(
  deps: ViewDeps,
  days: DaySpan,
  long: DaySpan,
  rows: DayRows,
  context: VisitContext,
): Promise<Concordance[]> {
  return Promise.all(
    doorsAndTills(deps.territory.sites, context).map(async (pair): Promise<Concordance> => {
      const both = bothDays(pair, long, rows, context);
      const ratios = ratiosOf(both);
      // A day that fell out of its band is told by itself.
      const steady = ratios.flatMap(({ outside, ratio }) => (outside ? [] : [ratio]));
      const drift = driftOf(steady);
      return {
        site: pair.site.id,
        counter: pair.doors[0]?.id ?? "",
        till: pair.tills[0]?.id ?? "",
        days: ratios.filter(({ day }) => day >= days.from),
        drift: drift === null ? null : Math.round(drift * 1000) / 1000,
        clock_minutes: await readClock(
          deps,
          pair,
          both.map(({ day }) => day),
        ),
      };
    }),
  );
}
