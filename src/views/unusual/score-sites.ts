/** Scores of measured days against what was promised the day before, and those that are unusual. Pure. */
import type { LocalDate } from "../../domain/time.ts";
import { departure, unusualFrom } from "../../forecast/unusual/departure.ts";
import type { PromisedDay } from "../score-days.ts";

/** The measured days of one site, by day. */
export interface SiteScores {
  readonly site: string;
  readonly limit: number;
  readonly scores: ReadonlyMap<LocalDate, number>;
}

/** One day beyond the limit. */
export interface Flagged {
  readonly site: string;
  readonly promised: PromisedDay;
  readonly score: number;
  readonly limit: number;
  /** Other sites scored that day, and those outside their band on the same side. */
  readonly others: number;
  readonly alike: number;
}

/** From here on (8 days in 10 are nearer) a site counts as having moved. */
const MOVED = 1.2816;

export function scoreSites(days: ReadonlyMap<string, readonly PromisedDay[]>): SiteScores[] {
  return [...days].map(([site, own]) => {
    const scores = new Map(own.map((day) => [day.day, departure(day.visits, day)]));
    return { site, limit: unusualFrom(scores.values()), scores };
  });
}

/** Days beyond the limit of their site, newest first. */
export function flaggedDays(
  days: ReadonlyMap<string, readonly PromisedDay[]>,
  sites: readonly SiteScores[],
): Flagged[] {
  const flagged = sites.flatMap(({ site, limit, scores }) =>
    (days.get(site) ?? []).flatMap((promised): Flagged[] => {
      const score = scores.get(promised.day) ?? Number.NaN;
      if (!(Math.abs(score) >= limit)) return [];
      const others = sites
        .filter((other) => other.site !== site)
        .flatMap((other) => other.scores.get(promised.day) ?? []);
      const alike = others.filter((other) => Math.sign(score) * other > MOVED).length;
      return [{ site, promised, score, limit, others: others.length, alike }];
    }),
  );
  return flagged.sort((a, b) => (a.promised.day < b.promised.day ? 1 : -1));
}
