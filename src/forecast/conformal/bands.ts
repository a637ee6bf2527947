/** Past errors → calibrated quantiles. Errors of forecasts at held-out origins are measured in units of the forecast's
 *  own half band, so that any quantile level can be read off their distribution, apart for lead and size of count.
 *  SOURCE: Lei et al. 2018, section 5.2 (locally weighted split conformal); Romano, Patterson & Candès 2019. */
import { quantileSorted } from "../../domain/quantile.ts";

/** Raw quantiles 0.1, 0.5 and 0.9 of one step on the scale of the target. */
export interface Raw {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** An error of the past. */
export interface Miss extends Raw {
  /** Id of the series. */
  readonly site: string;
  /** What came, on the scale of the target. */
  readonly target: number;
  /** Steps, from 1. */
  readonly lead: number;
  /** People that were hoped for. */
  readonly hope: number;
  /** On a holiday, event or day beside one. */
  readonly special: boolean;
}

/** Calibrated distributions of errors over half bands. */
export interface Bands {
  readonly slots: number;
  /** Lead groups × size classes; quantile function at 0, 1/GRID … 1. */
  readonly shapes: readonly Float64Array[];
  /** How much wider special days are; at least 1. */
  readonly special: number;
  /** How much wider or narrower each site is than all together, by id. */
  readonly sites: ReadonlyMap<string, number>;
}

const GRID = 100;
/** Upper ends of the lead groups, in days, and of the size classes, in people per step. */
const leadEnds = [1, 2, 4, 7, 14, 30, 60, Number.POSITIVE_INFINITY];
const sizeEnds = [3, 10, 30, 100, Number.POSITIVE_INFINITY];
/** Least half band: errors are not divided by nothing. */
const NARROWEST = 0.02;
/** Errors of a wider group that those of a narrower one are mixed with. */
const PRIOR = 150;
/** Errors on special days that have to speak before they count as much as the belief that these are like others, and
 *  errors of one site before they count as much as those of all. Neighbouring days and sites err together: a
 *  thousand errors are few events. */
const SPECIAL_PRIOR = 2000;
const SITE_PRIOR = 2000;
/** An error larger than this many half bands says no more about widths. */
const LARGEST = 3;

/** Learns from past errors in any order. slots: steps per day; days: from the oldest origin of the errors on. */
export function learnBands(misses: Iterable<Miss>, slots: number, days: number): Bands {
  const plain: Miss[] = [];
  const marked: Miss[] = [];
  for (const miss of misses) (miss.special ? marked : plain).push(miss);
  const sites = siteFactors(plain);
  const units = (miss: Miss) => unitsOff(miss) / (sites.get(miss.site) ?? 1);
  const cells = Array.from({ length: leadEnds.length * sizeEnds.length }, (): number[] => []);
  for (const miss of plain) cells[cellOf(miss.lead, miss.hope, slots)]?.push(units(miss));
  const all = shapeOf((plain.length > 0 ? plain : marked).map(units));
  const byLead = leadEnds.map((_, g) => {
    const own = cells.slice(g * sizeEnds.length, (g + 1) * sizeEnds.length).flat();
    return mixed(own, all);
  });
  const shapes = cells.map((own, i) => {
    const g = Math.floor(i / sizeEnds.length);
    return widened(mixed(own, byLead[g] ?? all), Math.min(90, leadEnds[g] ?? 1), days);
  });
  const usual = meanSize(plain.map(units));
  const wider =
    (meanSize(marked.map(units)) * marked.length + usual * SPECIAL_PRIOR) / (marked.length + SPECIAL_PRIOR);
  return { slots, shapes, special: usual > 0 ? Math.max(1, wider / usual) : 1, sites };
}

/** Mean size of a site's errors over that of all, drawn towards 1. */
function siteFactors(misses: readonly Miss[]): Map<string, number> {
  const usual = meanSize(misses.map(unitsOff));
  const own = new Map<string, number[]>();
  for (const miss of misses) {
    const units = own.get(miss.site);
    if (units) units.push(unitsOff(miss));
    else own.set(miss.site, [unitsOff(miss)]);
  }
  return new Map(
    [...own].map(([site, units]) => {
      const mean = (meanSize(units) * units.length + usual * SITE_PRIOR) / (units.length + SITE_PRIOR);
      return [site, usual > 0 ? mean / usual : 1];
    }),
  );
}

function meanSize(units: readonly number[]): number {
  return (
    units.reduce((sum, value) => sum + Math.min(LARGEST, Math.abs(value)), 0) / Math.max(1, units.length)
  );
}

/** Windows of long leads overlap: few of them are news. Bands are widened by half a part in the number that is, and
 *  half of the median error is put down to the luck of the season. reach: days of lead. */
function widened(shape: Float64Array, reach: number, days: number): Float64Array {
  const middle = quantileSorted(shape, 0.5);
  const factor = 1 + 0.5 / Math.max(3, days / reach);
  return shape.map((value) => middle / 2 + (value - middle) * factor);
}

function cellOf(lead: number, hope: number, slots: number): number {
  const g = leadEnds.findIndex((end) => lead <= end * slots);
  const size = sizeEnds.findIndex((end) => hope < end);
  return g * sizeEnds.length + (size < 0 ? sizeEnds.length - 1 : size);
}

function unitsOff({ target, low, middle, high }: Miss): number {
  const off = target - middle;
  return off / Math.max(NARROWEST, off < 0 ? middle - low : high - middle);
}

function shapeOf(units: readonly number[]): Float64Array {
  const sorted = Float64Array.from(units).sort();
  return Float64Array.from({ length: GRID + 1 }, (_, i) => quantileSorted(sorted, i / GRID));
}

function mixed(units: readonly number[], wider: Float64Array): Float64Array {
  if (units.length === 0) return wider;
  const belief = units.length / (units.length + PRIOR);
  return shapeOf(units).map((value, i) => belief * value + (1 - belief) * (wider[i] ?? value));
}

/** The quantile function of one step, on the scale of the target: rises with the level. */
export function calibrated(bands: Bands, step: Omit<Miss, "target">): (level: number) => number {
  const { low, middle, high, lead, hope, special, site } = step;
  const shape = bands.shapes[cellOf(lead, hope, bands.slots)] ?? new Float64Array(1);
  const factor = (special ? bands.special : 1) * (bands.sites.get(site) ?? 1);
  const below = factor * Math.max(NARROWEST, middle - low);
  const above = factor * Math.max(NARROWEST, high - middle);
  return (level) => {
    const units = quantileSorted(shape, level);
    return middle + units * (units < 0 ? below : above);
  };
}
