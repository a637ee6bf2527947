/** The calendar and the hours as tables: one row a week, one row an hour with a cell a weekday. */

import { h } from "preact";
import type { Calendar, CalendarDay } from "../../src/contract/calendar.ts";
import { addDays, isoWeek, weekday } from "../../src/domain/time.ts";
import type { TableProps } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { figureText, isUntold } from "./calendar-chart.tsx";
import { habitualHours, markName, rateText, weekdayNames } from "./calendar-words.ts";

/** Between the days of a week; the walk through the chart reads them apart by it. */
const DOT = " · ";

/** One row a week, named after its first day; the days of a week stand in one cell, so that a year stays light.
 *  @param weekHref where a week opens, by its first and its last (exclusive) day */
export function daysTwin(
  reply: Calendar,
  words: Words,
  weekHref: (from: string, to: string) => string,
): TableProps {
  const { f, t } = words;
  const weeks = Map.groupBy(reply.rows, ({ day }) => addDays(day, 1 - weekday(day)));
  const last = addDays(reply.to, -1);
  return {
    caption: t.calendar.twinDays(
      `${f.long(reply.from)} ${f.year(reply.from)}`,
      `${f.long(last)} ${f.year(last)}`,
    ),
    columns: [{ name: t.calendar.week }, { name: t.calendar.total, number: true }, { name: t.calendar.days }],
    rows: [...weeks].map(([monday, days]) => {
      const name = `${t.shell.weekLabel(isoWeek(monday).week)}${DOT}${f.short(monday)} ${f.year(monday)}`;
      return {
        id: `d${days[0]?.day ?? monday}`,
        cells: [
          { node: h("a", { href: weekHref(monday, addDays(monday, 7)) }, name) },
          totalText(days, words),
          days.map((row) => dayText(row, reply, words)).join(DOT),
        ],
      };
    }),
  };
}

function totalText(days: readonly CalendarDay[], { f }: Words): string {
  const known = days.flatMap(({ visits }) => visits ?? []);
  if (known.length === 0) return "—";
  const least = days.some((row) => row.at_least || row.state === "missing" || row.state === "coming");
  return `${least ? "≥ " : ""}${f.int(known.reduce((sum, n) => sum + n, 0))}`;
}

/** "ven. 460, Anniversaire de la bataille de Cambrai". */
function dayText(row: CalendarDay, reply: Calendar, words: Words): string {
  const value = [valueText(row, words), markName(reply, row.day, words)].filter(Boolean).join(", ");
  return `${words.f.weekdayShort(row.day)} ${value}`;
}

function valueText(row: CalendarDay, words: Words): string {
  const { f, t } = words;
  const { cell } = t.calendar;
  if (isUntold(row)) return cell.running;
  if (row.visits !== null) return figureText(row, words);
  if (row.state === "closed") return cell.closed;
  if (row.state !== "coming") return cell.missing;
  return row.forecast_low === null || row.forecast_high === null
    ? cell.coming
    : cell.expected(f.range({ low: row.forecast_low, high: row.forecast_high }));
}

export function hoursTwin(reply: Calendar, words: Words): TableProps {
  const { f, t } = words;
  const { cell } = t.calendar;
  const byHour = Map.groupBy(habitualHours(reply), ({ hour }) => hour);
  return {
    caption: t.calendar.twinHours,
    columns: [{ name: t.calendar.hour }, ...weekdayNames(words).map((name) => ({ name, number: true }))],
    rows: [...byHour]
      .sort(([a], [b]) => a - b)
      .map(([hour, slots]) => ({
        cells: [
          `${f.minutes(hour * 60)} – ${f.minutes((hour + 1) * 60)}`,
          ...Array.from({ length: 7 }, (_, i) => {
            const slot = slots.find((each) => each.weekday === i + 1);
            if (!slot) return cell.closed;
            if (slot.visits === null) return cell.unmeasured;
            const sign = slot.at_least ? "≥ " : "";
            return cell.days(`${sign}${rateText(slot.visits, words)}`, slot.days);
          }),
        ],
      })),
  };
}
