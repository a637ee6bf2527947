/** Effect of rain: wet days against what would have come had they been dry. Groups booked before the day come either
 *  way; where they are known they are left out of the comparison, not out of the answer. */
import type { History } from "../model.ts";
import { effectOfDays } from "./days.ts";
import type { EffectAnswer } from "./effect.ts";
import { groupsApart, withGroups } from "./groups-apart.ts";
import { wetDays } from "./wet-days.ts";

/** Pure; a history by day, with rain among the covariates of the series (index). */
export function effectOfRain(history: History, series: number): EffectAnswer {
  const { axis, series: all } = history.set;
  const rain = wetDays(history.covariates?.[series] ?? [], axis.count);
  if (!rain)
    return { kind: "refused", id: all[series]?.id ?? "", reason: "no rain is on record for this site" };
  const apart = groupsApart(history, series);
  const covariates = all.map(() => rain.others);
  const answer = effectOfDays(
    { ...(apart?.history ?? history), covariates },
    { series, tagged: rain.tagged },
  );
  return answer.kind === "effect" && apart ? withGroups(answer, apart.taken, axis.firstDay) : answer;
}
