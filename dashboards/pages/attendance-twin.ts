/** The attendance chart as a table: every day, its pair, why they were paired, and what is special about the day. */
import type { Attendance, AttendanceDay } from "../../src/contract/attendance.ts";
import { shareOf } from "../components/how.tsx";
import type { TableProps } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { lastDay } from "./attendance-words.ts";

/** Rows are in the order of the chart, so that the n-th row is the n-th day. */
export function attendanceTwin(reply: Attendance, words: Words): TableProps {
  const { f, t } = words;
  const { twinCols } = t.attendance;
  const note = noteOf(reply, words);
  return {
    caption: t.attendance.twinCaption(f.long(reply.from), f.long(lastDay(reply))),
    columns: [
      { name: twinCols.day },
      { name: twinCols.visits, number: true },
      { name: twinCols.compareDay },
      { name: twinCols.compare, number: true },
      { name: twinCols.difference, number: true },
      { name: twinCols.note },
    ],
    rows: reply.rows.map((row) => ({
      id: `d${row.day}`,
      cells: [
        f.shortWeekday(row.day),
        row.visits === null ? "—" : `${row.state === "estimated" ? "≈ " : ""}${f.int(row.visits)}`,
        row.compare_day === null ? "—" : f.shortWeekday(row.compare_day),
        row.compare_visits === null ? "—" : f.int(row.compare_visits),
        row.visits === null || row.compare_visits === null ? "—" : f.signed(row.visits - row.compare_visits),
        note(row),
      ],
    })),
  };
}

function noteOf(reply: Attendance, words: Words) {
  const { f, t, lang } = words;
  const marks = new Map(reply.marks.map((mark) => [mark.day, named(mark.name, lang)]));
  return (row: AttendanceDay): string =>
    [
      marks.get(row.day) ?? "",
      row.state === "closed" ? t.shell.state.closed(null) : "",
      row.state === "missing" ? t.shell.state.missingDay : "",
      row.state === "estimated" && row.coverage !== null
        ? t.shell.state.estimated(shareOf(1 - row.coverage, words))
        : "",
      row.provisional && row.state !== "closed" ? t.attendance.provisional : "",
      row.revised
        ? t.shell.state.corrected(
            f.long(f.dayOf(row.revised.detected_at)),
            f.int(row.revised.before),
            f.int(row.revised.after),
          )
        : "",
      row.compare_reason ? t.attendance.reason[row.compare_reason] : "",
      row.unpaired && row.state !== "closed" ? t.attendance.unpaired[row.unpaired] : "",
      leftOut(row) ? t.attendance.incomplete : "",
    ]
      .filter(Boolean)
      .join(" · ");
}

/** Paired, but one of the two days is not known in full. */
function leftOut({ compare_day: pair, visits, compare_visits: before, state }: AttendanceDay): boolean {
  return pair !== null && state !== "closed" && (visits === null || before === null);
}
