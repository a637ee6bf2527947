/** Three figures: feeds up to date, open time measured, rows set aside. */
import type { Quality } from "../../src/contract/quality.ts";
import type { Figure } from "../components/figures.tsx";
import { shareOf } from "../components/how.tsx";
import type { Words } from "../i18n/catalog.ts";
import { daysShown, reasonName, siteName } from "./quality-words.ts";

/** Below this share a site's totals are called partial (indicator F7). */
const ENOUGH = 0.9;

export function qualityFigures(reply: Quality, words: Words): Figure[] {
  const { f, t } = words;
  const { figures } = t.quality;
  const well = reply.feeds.filter(({ health }) => health === "ok").length;
  const partial = reply.sites.filter(({ coverage }) => coverage !== null && coverage < ENOUGH);
  const names = partial.map(
    ({ id, coverage }) => `${siteName(reply, id, words)} (${shareOf(coverage ?? 0, words)})`,
  );
  const aside = reply.rejected.reduce((sum, { count }) => sum + count, 0);
  const reasons = [...new Set(reply.rejected.map(({ reason }) => reasonName(reason, words)))];
  return [
    {
      name: figures.now,
      value: f.int(well),
      unit: figures.nowUnit(reply.feeds.length),
      text: figures.nowText,
    },
    {
      name: figures.measured,
      value: reply.coverage === null ? "—" : shareOf(reply.coverage, words),
      unit: reply.coverage === null ? "" : figures.measuredUnit(daysShown(reply)),
      text:
        reply.coverage === null
          ? figures.nothing
          : partial.length > 0
            ? figures.partial(f.list(names))
            : figures.complete,
    },
    {
      name: figures.aside,
      value: f.int(aside),
      unit: "",
      text: aside > 0 ? figures.asideText(f.list(reasons)) : figures.noAside,
    },
  ];
}
