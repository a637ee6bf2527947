/** The chart of "Et si ?" in its two forms: four weeks on a desk, two around the question on a phone. */
import type { Suppose } from "../../src/contract/suppose.ts";
import { isoWeek, weekday } from "../../src/domain/time.ts";
import { Supposed } from "../charts/supposed.tsx";
import { layoutSupposed, type SupposedDay } from "../charts/supposed-layout.ts";
import type { Words } from "../i18n/catalog.ts";
import { isWeekend } from "../i18n/format.ts";
import { supposeLabel, toldOf } from "./suppose-words.ts";

type Form = "wide" | "narrow";

const FRAMES = {
  wide: { width: 648, top: 40, bottom: 312, ticks: 5 },
  narrow: { width: 288, top: 24, bottom: 216, ticks: 3 },
} as const;
/** Days that a phone shows, and how many of them before the first that changes. */
const PHONE = 14;
const BEFORE = 3;

export function SupposeChart({ reply, words }: { reply: Suppose; words: Words }) {
  return (
    <>
      <Drawing reply={reply} words={words} form="wide" />
      <Drawing reply={reply} words={words} form="narrow" />
    </>
  );
}

function Drawing({ reply, words, form }: { reply: Suppose; words: Words; form: Form }) {
  const { f, t } = words;
  const changed = reply.days.findIndex(({ day }) => reply.changes.some((change) => change.day === day));
  const latest = Math.max(0, reply.days.length - PHONE);
  const first = form === "wide" ? 0 : Math.min(latest, Math.max(0, changed - BEFORE));
  const days = form === "wide" ? reply.days : reply.days.slice(first, first + PHONE);
  return (
    <Supposed
      form={form}
      layout={layoutSupposed(
        days.map((day) => supposedDay(day, reply)),
        f.range,
        FRAMES[form],
      )}
      first={first}
      format={f}
      texts={{
        label: supposeLabel(reply, words),
        unit: t.shell.perDay,
        days: days.map(({ day }) => String(Number(day.slice(8)))),
        weeks: days.flatMap(({ day }, slot) => {
          if (weekday(day) !== 1) return [];
          const room = days.length - slot;
          const full = form === "wide" ? t.outlook.week(isoWeek(day).week, f.short(day)) : f.short(day);
          return [{ slot, text: room >= (form === "wide" ? 4 : 3) ? full : "" }];
        }),
      }}
    />
  );
}

function supposedDay({ day, opening, forecast }: Suppose["days"][number], reply: Suppose): SupposedDay {
  const answer = toldOf(reply)?.days.find((each) => each.day === day);
  const told = answer?.kind === "answered" ? answer : null;
  const after = told && told.after.q90 > 0 ? told.after : null;
  const before = told ? (told.before.q90 > 0 ? told.before : null) : forecast;
  return {
    before,
    after,
    changes: told !== null,
    closed: told ? after === null : opening.kind === "closed",
    weekend: isWeekend(day),
    visits: reply.chosen?.followed.find((each) => each.day === day && !each.provisional)?.visits ?? null,
  };
}
