/** Where to send visitors of a pressed site: to an open, calmer neighbour, at hours when both are open. Doing nothing
 *  stays reasonable, so nothing here is an order. */
import { kilometres, type Position } from "./distance.ts";
import type { Language } from "./language.ts";
import type { MinuteSpan } from "./opening.ts";
import type { SitePressure } from "./pressure.ts";

/** One site on the day in question. */
export interface Candidate {
  readonly site: string;
  /** Null where nobody wrote it down: nobody's neighbour. */
  readonly position: Position | null;
  /** Opening by the wall clock, in order; none = closed. */
  readonly hours: readonly MinuteSpan[];
  readonly pressure: SitePressure;
  /** Spoken there; null = not said. */
  readonly languages: readonly Language[] | null;
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** Wall-clock hours at which both are open, an hour or longer. */
  readonly hours: readonly MinuteSpan[];
  /** As the crow flies. */
  readonly km: number;
  readonly languages: readonly Language[] | null;
}

/** Farther than this nobody is a neighbour. */
const NEAR_KM = 25;
/** Shared opening shorter than this sends people to a door that closes. */
const LEAST_MINUTES = 60;

/** At most one neighbour for each busy site, most pressed first: the calm before the moderate, then the nearest, then
 *  by id. A site is sent to at most once, so that two streams do not meet at one small door. Pure. */
export function redirects(candidates: readonly Candidate[]): Redirect[] {
  const taken = new Set<string>();
  return [...candidates]
    .filter(({ pressure }) => pressure.level === "busy")
    .sort((a, b) => (b.pressure.score ?? 0) - (a.pressure.score ?? 0) || order(a.site, b.site))
    .flatMap((from) => {
      const [best] = candidates
        .flatMap((to) => (taken.has(to.site) ? [] : (between(from, to) ?? [])))
        .sort(
          (a, b) => a.rank - b.rank || a.redirect.km - b.redirect.km || order(a.redirect.to, b.redirect.to),
        );
      if (!best) return [];
      taken.add(best.redirect.to);
      return [best.redirect];
    });
}

function between(
  from: Candidate,
  to: Candidate,
): { readonly redirect: Redirect; readonly rank: number } | null {
  const { level, score } = to.pressure;
  if (from.site === to.site || (level !== "calm" && level !== "moderate")) return null;
  if (score === null || from.pressure.score === null || score >= from.pressure.score) return null;
  if (!from.position || !to.position) return null;
  const km = kilometres(from.position, to.position);
  const hours = sharedHours(from.hours, to.hours);
  if (km > NEAR_KM || hours.length === 0) return null;
  return {
    redirect: { from: from.site, to: to.site, hours, km, languages: to.languages },
    rank: level === "calm" ? 0 : 1,
  };
}

/** Spans that lie in both, an hour or longer, in order. */
export function sharedHours(a: readonly MinuteSpan[], b: readonly MinuteSpan[]): MinuteSpan[] {
  return a
    .flatMap((one) =>
      b.map((other) => ({
        fromMinute: Math.max(one.fromMinute, other.fromMinute),
        toMinute: Math.min(one.toMinute, other.toMinute),
      })),
    )
    .filter(({ fromMinute, toMinute }) => toMinute - fromMinute >= LEAST_MINUTES)
    .sort((x, y) => x.fromMinute - y.fromMinute);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
