/** The sentences of the comparison, all read off the reply. */
import type { ComparedSite, Comparison } from "../../src/contract/comparison.ts";
import { shareOf } from "../components/how.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import type { Sentences } from "./today-answer.ts";

/** A site with a rate. */
export type Rated = ComparedSite & { readonly per_hour: number; readonly visits: number };
/** A site with a rate in both years. */
export type Compared = Rated & { readonly before_per_hour: number; readonly before_visits: number };

export function isRated(row: ComparedSite): row is Rated {
  return row.per_hour !== null && row.visits !== null;
}

export function isCompared(row: ComparedSite): row is Compared {
  return isRated(row) && row.before_per_hour !== null && row.before_visits !== null;
}

export function comparisonAnswer(reply: Comparison, words: Words): Sentences {
  const { t, f, lang } = words;
  const rated = reply.rows.filter(isRated);
  const [top] = rated;
  if (!top) {
    if (reply.from > f.dayOf(reply.now)) return { first: t.comparison.notYet, second: "" };
    if (reply.rows.every(({ left_out: why }) => why === "closed"))
      return { first: t.comparison.allClosed, second: "" };
    return { first: t.comparison.empty, second: t.comparison.emptyNext };
  }
  const name = named(top.name, lang);
  const rate = f.decimal(top.per_hour);
  const first =
    rated.length === 1
      ? t.comparison.one(name, rate)
      : t.comparison.answer(name, rate, isCompared(top) ? f.decimal(top.before_per_hour) : null);
  return { first, second: weightOf(reply, rated, words) };
}

/** How far the whole rests on one site. */
function weightOf({ concentration }: Comparison, rated: readonly Rated[], words: Words): string {
  if (!concentration) return "";
  const { t, f, lang } = words;
  const { now } = concentration;
  const perimeter = concentration.before ? rated.filter(isCompared) : rated;
  const [largest] = perimeter.toSorted((a, b) => b.visits - a.visits);
  const effective = t.comparison.effective(now.effective, now.sites);
  if (!largest) return effective;
  const share = shareOf(largest.visits / now.visits, words);
  const said = t.comparison.share(named(largest.name, lang), share, f.int(largest.visits), f.int(now.visits));
  return `${said} ${effective}`;
}

/** The finding: how many sites attract more than the year before. A difference that rounds to nothing is none. */
export function comparisonTitle(reply: Comparison, { t }: Words): string {
  const compared = reply.rows.filter(isCompared).filter(({ change }) => change !== null);
  if (compared.length === 0) return t.comparison.titlePlain;
  const up = compared.filter(({ change }) => (change ?? 0) >= 0.0005).length;
  const down = compared.filter(({ change }) => (change ?? 0) <= -0.0005).length;
  if (compared.length > 1 && (up === compared.length || down === compared.length))
    return t.comparison.titleAll(up > 0);
  return t.comparison.titleSome(up, compared.length);
}

/** Why a site is not compared, "" where it is. */
export function whyLeftOut({ left_out: why }: ComparedSite, { t }: Words): string {
  return why === null ? "" : t.comparison.leftOut[why];
}
