/** What a special day will do to a site by the hour: the kind of day first, then days of its name at the other sites,
 *  as far as their hours are alike, then the site's own. Each is believed as far as it stands above its noise. */
import type { SpecialDay } from "../special-day.ts";
import { guessFrom } from "./guess.ts";
import { moveToOwn } from "./own-effect.ts";
import { shapeOf } from "./shape.ts";
import { othersOf } from "./shared-effects.ts";
import type { Instance, Site } from "./site.ts";
import { REACH } from "./surroundings.ts";
import type { Tuning } from "./tuning.ts";

/** Days that must have passed before an instance counts: its expectation looks that far ahead. */
const SETTLED = REACH * 7;
/** Days of a kind at which "no effect" and the mean of these count alike: at one site, and at the others together. */
const KIN_PRIOR = 4;
const OTHERS_PRIOR = 2;
/** Variance of what a day of one name does between sites, before any was seen; it counts as one site. */
const BETWEEN = 0.3;
/** Log effect by slot, from instances settled before `originDay`; zeros when none is known. usual: people by slot that
 *  it is an effect on. SOURCE: Efron & Morris 1973 (empirical Bayes). */
export function effectOf(
  site: Site,
  day: number,
  originDay: number,
  usual: Float64Array,
  tuning: Tuning,
): Float64Array {
  const special = site.calendar.special.get(day);
  if (!special) return new Float64Array(site.table.slots);
  const out = effectOfKind(site, special, originDay);
  moveToOthers(out, site, special, originDay, usual);
  moveToOwn(out, usual, ownDays(site, special, originDay), tuning);
  return out;
}

/** True when the site has itself seen a day of this name, if it is special at all. */
export function hasSeen(site: Site, day: number, originDay: number): boolean {
  const special = site.calendar.special.get(day);
  return special !== undefined && ownDays(site, special, originDay).length > 0;
}

/** The site's own days of the most telling name that it has seen, oldest first. */
function ownDays({ effects }: Site, { labels }: SpecialDay, originDay: number): Instance[] {
  return (
    labels.map((label) => settled(effects.byLabel.get(label), originDay)).find((list) => list.length > 0) ??
    []
  );
}

function settled<T extends { readonly day: number }>(list: readonly T[] | undefined, originDay: number): T[] {
  return (list ?? []).filter(({ day }) => day + SETTLED < originDay);
}

/** The site's own days of the kind, of all hours together where no other site tells them apart. What one event or gap
 *  between holidays does says nothing about another. */
function effectOfKind({ table: { slots }, effects }: Site, { kind }: SpecialDay, originDay: number) {
  const out = new Float64Array(slots);
  if (kind === "event" || kind === "between") return out;
  const own = settled(effects.byKind.get(kind), originDay);
  const shared = settled(effects.shared?.byKind.get(kind), originDay);
  const belief = own.length / (own.length + KIN_PRIOR);
  const { sums, counts } = othersOf(shared, own, slots);
  if (counts.every((count) => count <= 0))
    return out.fill(belief * meanOf(own.flatMap(({ logs }) => [...logs])));
  const theirs = shared.length / (shared.length + OTHERS_PRIOR);
  for (let slot = 0; slot < slots; slot++) {
    const count = counts[slot] ?? 0;
    const mine = meanOf(own.map(({ logs }) => logs[slot] ?? Number.NaN));
    const others = count > 0 ? (sums[slot] ?? 0) / count : 0;
    out[slot] = belief * belief * mine + (1 - belief) * theirs * others;
  }
  return out;
}

/** Sites differ: what the others did is believed as far as it stands above these differences. */
function moveToOthers(
  out: Float64Array,
  site: Site,
  special: SpecialDay,
  originDay: number,
  usual: Float64Array,
): void {
  const { shared, byLabel } = site.effects;
  if (!shared) return;
  for (const label of special.labels) {
    const own = settled(byLabel.get(label), originDay);
    const days = settled(shared.byLabel.get(label), originDay);
    const others = othersOf(days, own, out.length);
    if (others.counts.every((count) => count === 0)) continue;
    const guesses = guessFrom(others, shapeOf(usual));
    for (let slot = 0; slot < out.length; slot++) {
      const count = others.counts[slot] ?? 0;
      if (count === 0) continue;
      const { mean, squares } = guesses[slot] ?? { mean: 0, squares: 0 };
      const between = (squares + BETWEEN) / count;
      const off = mean - (out[slot] ?? 0);
      out[slot] = (out[slot] ?? 0) + off * ((off * off) / (off * off + between));
    }
    return;
  }
}

/** 0 without any number. */
function meanOf(values: readonly number[]): number {
  let sum = 0;
  let seen = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    seen++;
  }
  return seen > 0 ? sum / seen : 0;
}
