/** The sentences of the quality screen, all read off the reply. */
import type { FeedDay, Quality, QualityFeed, QualityProblem } from "../../src/contract/quality.ts";
import { addDays, daysBetween } from "../../src/domain/time.ts";
import { shareOf } from "../components/how.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import type { Sentences } from "./today-answer.ts";

/** States that ask for a look. */
export const TO_LOOK_AT: readonly FeedDay["state"][] = ["missing", "suspect", "partial", "late", "corrected"];

export const lastDay = ({ to }: Pick<Quality, "to">) => addDays(to, -1);
export const daysShown = ({ from, to }: Pick<Quality, "from" | "to">) => daysBetween(from, to);

export function siteName(reply: Pick<Quality, "sites">, id: string | null, { t, lang }: Words): string {
  const site = reply.sites.find((one) => one.id === id);
  return id === null ? t.quality.territory : site ? named(site.name, lang) : id;
}

/** "compteur", with its id where a site has two of the kind. */
export function kindName(reply: Pick<Quality, "feeds">, feed: QualityFeed, { t }: Words): string {
  const names: Readonly<Record<string, string>> = t.quality.feedKind;
  const name = names[feed.kind] ?? feed.kind;
  const twins = reply.feeds.filter(({ kind, site }) => kind === feed.kind && site === feed.site);
  return twins.length > 1 ? `${name} ${feed.feed}` : name;
}

export function feedName(reply: Quality, feed: QualityFeed, words: Words): string {
  const site = feed.site === null ? "" : `${siteName(reply, feed.site, words)} · `;
  const kind = kindName(reply, feed, words);
  return site ? `${site}${kind}` : capital(kind);
}

/** Name of what a problem is about. */
export function problemName(reply: Quality, { feed, site }: QualityProblem, words: Words): string {
  const found = reply.feeds.find((one) => one.feed === feed && (one.site === site || site === null));
  return found ? feedName(reply, found, words) : siteName(reply, site, words);
}

/** Why a row was set aside, in words. */
export function reasonName(reason: string, { t }: Words): string {
  const names: Readonly<Record<string, string>> = t.quality.reason;
  return names[reason] ?? reason;
}

/** How a feed is right now, in a word or two. */
export function healthOf(feed: QualityFeed, { t }: Words): string {
  const { health } = t.quality;
  if (feed.health === "late") return health.late(t.quality.length(feed.overdue_minutes));
  if (feed.health === "silent") return feed.last_at === null ? health.never : health.silent;
  return health[feed.health];
}

/** Why a feed or a figure stands as it does, and what to do about it. */
export function reasonWords(
  reply: Pick<Quality, "reasons">,
  reason: Quality["reasons"][number]["reason"],
  { lang }: Words,
): { readonly why: string; readonly todo: string } {
  const found = reply.reasons.find((one) => one.reason === reason);
  return { why: found ? named(found.why, lang) : "", todo: found ? named(found.todo, lang) : "" };
}

/** What is wrong, without a full stop. */
export function problemText(reply: Quality, problem: QualityProblem, words: Words): string {
  const { f, t } = words;
  const { problems, length } = t.quality;
  const { kind, since, last, size, days } = problem;
  const allowance = reply.feeds.find((one) => one.feed === problem.feed)?.allowance_minutes ?? 0;
  switch (kind) {
    case "failed":
      return problems.failed;
    case "held":
      return problems.held;
    case "silent":
    case "late":
      return since === null ? problems.never : problems[kind](f.long(since), length(size), length(allowance));
    case "stuck":
      return problems.stuck(size, days, f.long(last));
    case "ratio":
      return problems.ratio(f.decimal(size), f.long(last));
    case "drift":
      return problems.drift(f.decimal(size));
    case "clock":
      return problems.clock(size);
    case "future":
      return problems.future(size);
    case "columns":
      return problems.columns(size, problem.detail.replaceAll("*", ""));
    case "gaps":
      return problems.gaps(shareOf(size, words), days);
    case "rejected":
      return problems.rejected(
        size,
        f.list(problem.detail.split(", ").map((reason) => reasonName(reason, words))),
      );
  }
}

/** The answer: who is silent and who lies; then the worst of it, or how much was measured. */
export function qualityAnswer(reply: Quality, words: Words): Sentences {
  const { answer } = words.t.quality;
  if (reply.feeds.length === 0) return { first: answer.none, second: answer.noneNext };
  const count = (kinds: readonly QualityProblem["kind"][]) =>
    new Set(
      reply.problems.filter(({ kind }) => kinds.includes(kind)).map(({ feed, site }) => `${feed} ${site}`),
    ).size;
  const mute = count(["failed", "held", "silent", "late"]);
  const lying = count(["stuck", "ratio", "drift", "clock", "future"]);
  const first =
    mute > 0 && lying > 0
      ? answer.both(mute, lying)
      : mute > 0
        ? answer.mute(mute)
        : lying > 0
          ? answer.lying(lying)
          : answer.well;
  const [worst] = reply.problems;
  if (worst) {
    return {
      first,
      second: `${answer.worst(problemName(reply, worst, words), problemText(reply, worst, words))}.`,
    };
  }
  const { coverage } = reply;
  return {
    first,
    second: coverage === null ? "" : answer.coverage(shareOf(coverage, words), daysShown(reply)),
  };
}

/** The finding: the feed with most days to look at. */
export function qualityTitle(reply: Quality, words: Words): string {
  const { title } = words.t.quality;
  const counted = reply.feeds.map((feed) => {
    const own = reply.rows.filter((row) => row.feed === feed.feed && row.site === feed.site);
    return {
      feed,
      bad: own.filter(({ state }) => TO_LOOK_AT.includes(state)).length,
      due: own.filter(({ state }) => state !== "rest" && state !== "due").length,
    };
  });
  const [worst] = counted.sort((a, b) => b.bad - a.bad);
  if (!worst || worst.bad === 0) return title.whole(daysShown(reply));
  return title.holes(feedName(reply, worst.feed, words), worst.bad, worst.due);
}

/** Days to look at, whole period and all feeds. */
export function toLookAt(reply: Quality): number {
  return reply.rows.filter(({ state }) => TO_LOOK_AT.includes(state)).length;
}
