/** The staffing chart in its two forms: half-hours on a desk, half-days on a phone. */
import type { StaffDay, Staffing } from "../../src/contract/staffing.ts";
import { daysBetween, minuteOfDay } from "../../src/domain/time.ts";
import { StaffBars } from "../charts/staff-bars.tsx";
import { layoutStaff, type StaffColumn, type StaffFrame, type StaffPiece } from "../charts/staff-layout.ts";
import { textWidth } from "../charts/text-width.ts";
import type { Words } from "../i18n/catalog.ts";
import { isWeekend } from "../i18n/format.ts";
import { halvesOf, minutesOf, shortOf, spansOf } from "./staffing-runs.ts";
import { staffingLabel } from "./staffing-words.ts";

const HALF = 30;
/** Air at either side of a day, half-hours. */
const AIR = 1;
const FRAMES = {
  wide: { top: 72, bottom: 320, ticks: 5 },
  narrow: { top: 32, bottom: 224, ticks: 4 },
} as const;

export function StaffingChart({ reply, words }: { reply: Staffing; words: Words }) {
  return (
    <>
      <Drawing reply={reply} words={words} form="wide" />
      <Drawing reply={reply} words={words} form="narrow" />
    </>
  );
}

function Drawing({ reply, words, form }: { reply: Staffing; words: Words; form: "wide" | "narrow" }) {
  const { f, t } = words;
  const wide = form === "wide";
  const window = windowOf(reply.days);
  const span = wide ? (window.to - window.from) / HALF + 2 * AIR : 2;
  const frame: StaffFrame = { ...FRAMES[form], span };
  const days = reply.days.map(
    (day): StaffColumn => ({
      pieces: wide ? halfHours(day, window.from) : halfDays(day),
      closed: day.opening.kind === "closed",
      weekend: isWeekend(day.day),
    }),
  );
  return (
    <StaffBars
      form={form}
      layout={layoutStaff(days, frame)}
      frame={frame}
      format={f}
      texts={{
        label: staffingLabel(reply, words),
        unit: t.staffing.unit,
        missing: t.staffing.missing,
        days: reply.days.map(({ day, opening }) => ({
          name: wide ? f.shortWeekday(day) : `${f.weekdayTwo(day)} ${f.number(day)}`,
          hours: opening.kind === "open" ? f.hours(opening.hours) : t.shell.closed,
          open: opening.kind === "open",
        })),
        now: nowIn(reply, words, span, wide ? window.from : null),
      }}
    />
  );
}

/** The hours of the clock that hold every opening of the week. */
function windowOf(days: readonly StaffDay[]): { readonly from: number; readonly to: number } {
  const steps = days.flatMap((day) => day.steps);
  if (steps.length === 0) return { from: 9 * 60, to: 18 * 60 };
  const from = Math.min(...steps.map((step) => minutesOf(step.from)));
  const to = Math.max(...steps.map((step) => minutesOf(step.to)));
  return { from: Math.floor(from / HALF) * HALF, to: Math.ceil(to / HALF) * HALF };
}

function halfHours(day: StaffDay, start: number): StaffPiece[] {
  const x = (clock: string) => AIR + (minutesOf(clock) - start) / HALF;
  return spansOf(day).map((step) => ({ ...step, from: x(step.from), to: x(step.to), short: shortOf(step) }));
}

function halfDays(day: StaffDay): StaffPiece[] {
  return halvesOf(day).flatMap((half, i) => (half.open ? [{ ...half, from: i + 0.1, to: i + 0.9 }] : []));
}

/** @param start minute at which a day begins on the drawing; null where it is drawn by halves */
function nowIn({ from, now, zone }: Staffing, { f, t }: Words, span: number, start: number | null) {
  const day = daysBetween(from, f.dayOf(now));
  if (day < 0 || day > 6) return null;
  const minute = minuteOfDay(Date.parse(now), zone);
  const within = start === null ? (minute < 13 * 60 ? 0.5 : 1.5) : AIR + (minute - start) / HALF;
  const flag = t.staffing.flag(f.time(now));
  return {
    x: day * span + Math.max(0, Math.min(span, within)),
    flag,
    width: Math.ceil(textWidth(flag, 12, true)) + 32,
  };
}
