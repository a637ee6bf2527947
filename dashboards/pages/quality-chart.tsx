/** The stripes in their two forms: the whole period, and the last 28 days for a phone. */
import type { Quality } from "../../src/contract/quality.ts";
import { addDays, daysBetween, isoWeek, weekday } from "../../src/domain/time.ts";
import { runsOf } from "../charts/runs.ts";
import { Stripes } from "../charts/stripes.tsx";
import { layoutStripes } from "../charts/stripes-layout.ts";
import type { Words } from "../i18n/catalog.ts";
import { isWeekend } from "../i18n/format.ts";
import { daysShown, healthOf, kindName, lastDay, siteName, toLookAt } from "./quality-words.ts";

type Form = "wide" | "narrow";
const WIDTHS = { wide: { width: 688, usual: 1216 }, narrow: { width: 328, usual: 328 } } as const;
const TOP = 8;
const PHONE_DAYS = 28;

export function QualityChart({ reply, words }: { reply: Quality; words: Words }) {
  return (
    <>
      <Drawing reply={reply} words={words} form="wide" />
      <Drawing reply={reply} words={words} form="narrow" />
    </>
  );
}

function Drawing({ reply, words, form }: { reply: Quality; words: Words; form: Form }) {
  const { f, t } = words;
  const days = daysShown(reply);
  const count = form === "wide" ? days : Math.min(days, PHONE_DAYS);
  const first = days - count;
  const start = addDays(reply.from, first);
  const stripes = reply.feeds.map((feed) =>
    reply.rows
      .filter((row) => row.feed === feed.feed && row.site === feed.site && row.day >= start)
      .map(({ day, state, observed }) => ({ slot: daysBetween(start, day), state, observed })),
  );
  const list = Array.from({ length: count }, (_, i) => addDays(start, i));
  return (
    <Stripes
      form={form}
      layout={layoutStripes(stripes, TOP)}
      label={t.quality.chartLabel(
        reply.feeds.length,
        f.long(reply.from),
        f.long(lastDay(reply)),
        toLookAt(reply),
      )}
      count={count}
      first={first}
      widths={WIDTHS[form]}
      top={TOP}
      names={reply.feeds.map((feed) => ({
        name: siteName(reply, feed.site, words),
        kind: kindName(reply, feed, words),
        now: feed.health === "ok" ? "" : healthOf(feed, words),
      }))}
      weeks={list.flatMap((day, slot) =>
        weekday(day) === 1
          ? [
              {
                slot,
                text:
                  form === "wide"
                    ? `${t.shell.weekLabel(isoWeek(day).week)} · ${f.short(day)}`
                    : f.short(day),
              },
            ]
          : [],
      )}
      weekends={runsOf(count, (i) => isWeekend(list[i] ?? ""))}
    />
  );
}
