/** The stripes as tables: day by day in the order of the chart, with door against till, then feeds. */
import type { Concordance, FeedDay, Quality } from "../../src/contract/quality.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays } from "../../src/domain/time.ts";
import { shareOf } from "../components/how.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import type { TableProps } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { daysShown, feedName, healthOf, reasonWords, siteName, TO_LOOK_AT } from "./quality-words.ts";

export function qualityTwin(frame: Frame, reply: Quality, words: Words): TableProps[] {
  return [dayTable(frame, reply, words), feedTable(reply, words)];
}

function dayTable(frame: Frame, reply: Quality, words: Words): TableProps {
  const { f, t } = words;
  const byDay = Map.groupBy(reply.rows, ({ day }) => day);
  const bySiteDay = Map.groupBy(reply.days, ({ day }) => day);
  const pairs = reply.concordance.filter(({ days }) => days.length > 0);
  return {
    caption: t.quality.twinDays,
    columns: [
      { name: t.quality.cols.day },
      ...(pairs.length > 0 ? [{ name: t.quality.cols.ratio }] : []),
      { name: t.quality.cols.told },
    ],
    rows: Array.from({ length: daysShown(reply) }, (_, i) => {
      const day = addDays(reply.from, i);
      const own = byDay.get(day) ?? [];
      const name = f.shortWeekday(day);
      const link = (
        <a href={pageHref(frame.lang, `/qualite?day=${day}#day`)}>
          <Rich text={name} />
        </a>
      );
      return {
        id: `d${day}`,
        cells: [
          own.some(({ state }) => TO_LOOK_AT.includes(state)) ? { node: link } : name,
          ...(pairs.length > 0 ? [ratiosOf(pairs, day, reply, words)] : []),
          [toldOf(own, reply, words), figuresOf(bySiteDay.get(day) ?? [], reply, words)]
            .filter(Boolean)
            .join(" — "),
        ],
      };
    }),
  };
}

/** Entries per 100 tickets by site, and the band that the days before give: one column, however many doors. */
function ratiosOf(pairs: readonly Concordance[], day: string, reply: Quality, words: Words): string {
  const { f } = words;
  const told = pairs.flatMap(({ site, days }) => {
    const found = days.find((one) => one.day === day);
    if (!found) return [];
    const { ratio, low, high } = found;
    const band = low === null || high === null ? "" : ` (${f.range({ low: 100 * low, high: 100 * high })})`;
    return [`${siteName(reply, site, words)}\u00a0${f.int(100 * ratio)}${band}`];
  });
  return told.join(" · ") || "—";
}

/** By state, worst first; feeds that are not named were up to date or owed nothing. */
function toldOf(rows: readonly FeedDay[], reply: Quality, words: Words): string {
  const { short, allWell } = words.t.quality;
  const colon = words.lang === "fr" ? "\u00a0: " : ": ";
  const parts = [...TO_LOOK_AT, "due" as const].flatMap((state) => {
    const names = rows
      .filter((row) => row.state === state)
      .flatMap((row) => reply.feeds.find((feed) => feed.feed === row.feed && feed.site === row.site) ?? [])
      .map((feed) => feedName(reply, feed, words));
    return names.length > 0 ? [`${short[state]}${colon}${names.join(", ")}`] : [];
  });
  return (
    parts.join(" · ") || (rows.some(({ state }) => state !== "rest") ? allWell : short.rest.toLowerCase())
  );
}

const TO_NAME = ["late", "partial", "estimated", "corrected"] as const;

/** How the figures of sites stand on that day, by state; sites that are not named are up to date or were closed. */
function figuresOf(days: Quality["days"], reply: Quality, words: Words): string {
  const colon = words.lang === "fr" ? "\u00a0: " : ": ";
  return TO_NAME.flatMap((state) => {
    const names = days
      .filter((day) => day.state === state)
      .map(({ site, estimated }) =>
        estimated > 0
          ? `${siteName(reply, site, words)} (≈ ${words.f.int(estimated)})`
          : siteName(reply, site, words),
      );
    return names.length > 0 ? [`${words.t.quality.dataState[state]}${colon}${names.join(", ")}`] : [];
  }).join(" · ");
}

function feedTable(reply: Quality, words: Words): TableProps {
  const { f, t } = words;
  const { cols, length } = t.quality;
  return {
    caption: t.quality.twinFeeds,
    columns: [
      { name: cols.feed },
      { name: cols.last },
      { name: cols.allowance, number: true },
      { name: cols.measured, number: true },
      { name: cols.now },
    ],
    rows: reply.feeds.map((feed) => ({
      cells: [
        feedName(reply, feed, words),
        feed.last_at === null ? "—" : `${f.shortWeekday(f.dayOf(feed.last_at))}, ${f.time(feed.last_at)}`,
        length(feed.allowance_minutes),
        feed.coverage === null ? "—" : shareOf(feed.coverage, words),
        standingOf(reply, feed, words),
      ],
    })),
  };
}

/** State, why and what to do in one cell; of a late feed how long, too. */
function standingOf(reply: Quality, feed: Quality["feeds"][number], words: Words): string {
  const { dataState, problems } = words.t.quality;
  const { why, todo } = reasonWords(reply, feed.reason, words);
  if (feed.state === "current") return dataState.current;
  const now = feed.health === "ok" ? "" : ` (${healthOf(feed, words)})`;
  return `${dataState[feed.state]}${now}. ${why} ${problems.todo} ${todo}`;
}
