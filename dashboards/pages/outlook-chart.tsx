/** The outlook chart in its two forms: fourteen days behind on a desk, seven on a phone. */
import type { Outlook } from "../../src/contract/outlook.ts";
import { addDays, daysBetween, isoWeek, weekday } from "../../src/domain/time.ts";
import { OutlookColumns } from "../charts/outlook-columns.tsx";
import {
  type ColumnDay,
  type ColumnFrame,
  type ColumnWords,
  layoutOutlook,
} from "../charts/outlook-layout.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { isWeekend } from "../i18n/format.ts";
import { endsOf, isShut, outlookLabel } from "./outlook-words.ts";

type Form = "wide" | "narrow";

/** Days behind that a phone shows. */
export const PHONE_PAST = 7;
const FRAMES = {
  wide: { width: 648, top: 64, bottom: 368, ticks: 5 },
  narrow: { width: 288, top: 56, bottom: 248, ticks: 3 },
} as const;

export function OutlookChart({ reply, words }: { reply: Outlook; words: Words }) {
  return (
    <>
      <Drawing reply={reply} words={words} form="wide" />
      <Drawing reply={reply} words={words} form="narrow" />
    </>
  );
}

function Drawing({ reply, words, form }: { reply: Outlook; words: Words; form: Form }) {
  const { f, t } = words;
  const first = form === "wide" ? 0 : Math.max(0, reply.past.length - PHONE_PAST);
  const past = reply.past.slice(first);
  const dates = [...past, ...reply.coming].map(({ day }) => day);
  const days = [
    ...past.map(pastColumn),
    ...reply.coming.map((day, i) => comingColumn(day, i === 0 ? reply.today : null)),
  ];
  const selected = reply.selected === null ? -1 : dates.indexOf(reply.selected);
  const frame: ColumnFrame = {
    ...FRAMES[form],
    today: past.length,
    selected: selected < 0 ? null : selected,
  };
  const text = columnWords(reply, dates, form, words);
  return (
    <OutlookColumns
      form={form}
      layout={layoutOutlook(days, text, frame)}
      frame={frame}
      words={text}
      first={first}
      format={f}
      texts={{
        label: outlookLabel(reply, words),
        unit: t.shell.perDay,
        missing: t.shell.missing,
        group: t.outlook.group,
        flag: form === "wide" ? t.outlook.flag(f.time(reply.now)) : t.outlook.flagShort,
        days: days.map((day, i) => ({ number: String(Number(dates[i]?.slice(8))), open: !day.closed })),
        weeks: weekTicks(dates, form, words),
        breaks: breakTexts(reply, dates, form, words),
      }}
    />
  );
}

function pastColumn(day: Outlook["past"][number]): ColumnDay {
  return {
    visits: day.visits,
    state: day.state,
    promised: day.promised,
    forecast: null,
    booked: 0,
    closed: day.state === "closed",
    weekend: isWeekend(day.day),
  };
}

function comingColumn(day: Outlook["coming"][number], today: Outlook["today"] | null): ColumnDay {
  return {
    visits: today?.visits ?? null,
    state: "coming",
    promised: null,
    forecast: day.forecast,
    booked: day.booked ?? 0,
    closed: isShut(day),
    weekend: isWeekend(day.day),
  };
}

function columnWords(reply: Outlook, dates: readonly string[], form: Form, { f, t }: Words): ColumnWords {
  const coming = new Map(reply.coming.map((day) => [day.day, day]));
  const selected = reply.selected === null ? undefined : coming.get(reply.selected);
  const ends = endsOf(selected);
  const visits = new Map(reply.past.map((day) => [day.day, day.visits]));
  return {
    marks:
      form === "narrow"
        ? []
        : reply.marks.flatMap((mark) => {
            const slot = dates.indexOf(mark.day);
            const count = visits.get(mark.day);
            return slot < 0 || count == null ? [] : [{ slot, title: f.short(mark.day), value: f.int(count) }];
          }),
    callout:
      selected && ends
        ? form === "wide"
          ? {
              title: t.outlook.callout(f.shortWeekday(selected.day), ends),
              sub: t.outlook.calloutSub(selected.booked ?? 0),
            }
          : {
              title: t.outlook.calloutShort(
                `${f.weekdayShort(selected.day)} ${f.number(selected.day)}`,
                f.range(ends),
              ),
              sub: "",
            }
        : null,
    range: (slot) => {
      const range = endsOf(coming.get(dates[slot] ?? ""));
      return range ? f.range(range) : "";
    },
    week: (slot) => {
      const { year, week } = isoWeek(dates[slot] ?? "1970-01-01");
      return `${year} ${week}`;
    },
  };
}

/** A tick on each Monday that has room for its text. */
function weekTicks(dates: readonly string[], form: Form, { f, t }: Words) {
  return dates.flatMap((day, slot) => {
    if (weekday(day) !== 1) return [];
    const room = dates.length - slot;
    const full = form === "wide" ? t.outlook.week(isoWeek(day).week, f.short(day)) : f.short(day);
    const text = room >= 6 ? full : form === "wide" && room >= 2 ? t.shell.weekLabel(isoWeek(day).week) : "";
    return [{ slot, text }];
  });
}

function breakTexts(reply: Outlook, dates: readonly string[], form: Form, { f, t, lang }: Words) {
  const [start = ""] = dates;
  return reply.breaks.flatMap((span) => {
    const run = { from: daysBetween(start, span.from), to: daysBetween(start, span.to) };
    if (run.to <= 0 || run.from >= dates.length) return [];
    const name = named(span.name, lang);
    return [
      {
        run,
        title: form === "wide" ? `${name}, ${t.shell.zone(span.zone)}` : name,
        sub: t.outlook.breakSub(f.short(span.from), f.short(addDays(span.to, -1))),
      },
    ];
  });
}
