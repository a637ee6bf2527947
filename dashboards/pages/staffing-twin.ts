/** The staffing chart as two tables: one row a day, then one row for each span on which nothing changes. */
import type { StaffDay, Staffing } from "../../src/contract/staffing.ts";
import type { TableProps } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { hoursOf, peakOf, shortOf, spansOf } from "./staffing-runs.ts";

const DASH = "—";

/** The n-th row of the first table is the n-th day of the chart. */
export function staffingTwin(reply: Staffing, words: Words): TableProps[] {
  return [dayTable(reply, words), runTable(reply, words)];
}

function dayTable(reply: Staffing, { f, t }: Words): TableProps {
  const { dayCols, hours } = t.staffing;
  const [first, last] = [reply.days[0]?.day ?? "", reply.days.at(-1)?.day ?? ""];
  const open = ({ opening, group_only }: StaffDay) =>
    opening.kind === "open"
      ? f.hours(opening.hours)
      : group_only === null
        ? t.shell.closed
        : t.outlook.groupOnly;
  return {
    caption: t.staffing.dayCaption(f.long(first), f.long(last)),
    columns: [
      { name: dayCols.day },
      { name: dayCols.open },
      ...[dayCols.peak, dayCols.need, dayCols.planned, dayCols.short].map((name) => ({ name, number: true })),
    ],
    rows: reply.days.map((day) => {
      const { steps } = day;
      const peak = peakOf(day);
      const planned = steps.some((step) => step.planned !== null);
      return {
        id: `d${day.day}`,
        cells: [
          f.shortWeekday(day.day),
          open(day),
          peak === null ? DASH : f.int(peak),
          peak === null ? DASH : hours(hoursOf(steps, ({ need80 }) => need80 ?? 0)),
          planned ? hours(hoursOf(steps, (step) => step.planned ?? 0)) : DASH,
          planned && peak !== null ? hours(hoursOf(steps, shortOf)) : DASH,
        ],
      };
    }),
  };
}

function runTable(reply: Staffing, { f, t }: Words): TableProps {
  const { runCols } = t.staffing;
  const people = (n: number | null) => (n === null ? DASH : f.int(n));
  return {
    caption: t.staffing.runCaption,
    columns: [
      { name: runCols.span },
      ...[runCols.need50, runCols.need80, runCols.planned].map((name) => ({ name, number: true })),
    ],
    rows: reply.days.flatMap((day) =>
      spansOf(day).map((span) => ({
        cells: [
          `${f.shortWeekday(day.day)}, ${f.hours([span])}`,
          people(span.need50),
          people(span.need80),
          people(span.planned),
        ],
      })),
    ),
  };
}
