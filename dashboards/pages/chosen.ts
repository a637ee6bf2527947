/** What a page about some of the sites and a period was asked for, as its address and its first line say it. */
import { addDays, type DaySpan } from "../../src/domain/time.ts";
import type { Words } from "../i18n/catalog.ts";

interface ChosenSites<Site> {
  readonly chosen: readonly Site[];
  readonly all: boolean;
  /** The site that the page is about; null where there are several. */
  readonly only: Site | null;
  /** For an address; null = all, which need not be said. */
  readonly ids: string | null;
}

export function chosenOf<Site extends { readonly id: string; readonly chosen: boolean }>(
  sites: readonly Site[],
): ChosenSites<Site> {
  const chosen = sites.filter((site) => site.chosen);
  const all = chosen.length === sites.length;
  const [first = null] = chosen;
  return {
    chosen,
    all,
    only: chosen.length === 1 ? first : null,
    ids: all ? null : chosen.map(({ id }) => id).join(","),
  };
}

/** First and last day, each with its year; the first one null where the period is one day. */
export function endsOf({ from, to }: DaySpan, { f }: Words): readonly [from: string | null, to: string] {
  const last = addDays(to, -1);
  const dated = (day: string) => `${f.long(day)} ${f.year(day)}`;
  return [from === last ? null : dated(from), dated(last)];
}
