/** What a special day will do to a site by the hour: the kind of day first, then days of its name at the other sites,
 *  as far as their hours are alike, then the site's own. Each is believed as far as it stands above its noise. */
import type { SpecialDay } from "../special-day.ts";
import { guessFrom } from "./guess.ts";
import { moveToOwn } from "./own-effect.ts";
import { meanOf, ownDays, settled } from "./past-days.ts";
import { shapeOf } from "./shape.ts";
import { othersOf } from "./shared-effects.ts";
import type { Site } from "./site.ts";
import type { Tuning } from "./tuning.ts";

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
