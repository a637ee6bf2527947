/** The logbook as tables: week by week, in the order of the chart, then line by line. */
import type { Logbook, LogbookRow } from "../../src/contract/logbook.ts";
import { addDays, isoWeek } from "../../src/domain/time.ts";
import type { TableProps } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { weeksShown } from "./logbook-chart.tsx";
import { daysOf, siteName, tellOf } from "./logbook-words.ts";

export function logbookTwin(reply: Logbook, words: Words): TableProps[] {
  return [weekTable(reply, words), allTable(reply, words)];
}

function weekTable(reply: Logbook, words: Words): TableProps {
  const { f, t } = words;
  const { weekCols } = t.logbook;
  const { monday: start, count } = weeksShown(reply);
  const standing = reply.rows.filter(({ withdrawn_at }) => withdrawn_at === null);
  const line = (row: LogbookRow) => {
    const where = row.site === null ? "" : `, ${siteName(reply, row.site, words)}`;
    const what = row.origin === "data" ? t.logbook.kind[row.kind] : tellOf(row, words);
    return `${what}${where}`;
  };
  return {
    caption: t.logbook.twinWeeks,
    columns: [{ name: weekCols.week }, { name: weekCols.said }, { name: weekCols.data }],
    rows: Array.from({ length: count }, (_, week) => {
      const monday = addDays(start, 7 * week);
      const own = standing.filter(({ from, to }) => from < addDays(monday, 7) && to > monday);
      const cell = (rows: readonly LogbookRow[]) => rows.map(line).join(" · ") || "—";
      return {
        id: `d${monday}`,
        cells: [
          `${t.shell.weekLabel(isoWeek(monday).week)} · ${f.short(monday)}`,
          cell(own.filter(({ origin }) => origin !== "data")),
          cell(own.filter(({ origin }) => origin === "data")),
        ],
      };
    }),
  };
}

function allTable(reply: Logbook, words: Words): TableProps {
  const { f, t } = words;
  const { cols } = t.logbook;
  return {
    caption: t.logbook.twinAll,
    columns: [
      { name: cols.days },
      { name: cols.kind },
      { name: cols.site },
      { name: cols.model },
      { name: cols.what },
    ],
    rows: reply.rows.map((row) => ({
      cells: [
        daysOf(row, words),
        t.logbook.kind[row.kind],
        siteName(reply, row.site, words),
        row.in_model ? t.logbook.yes : t.logbook.no,
        row.withdrawn_at === null
          ? tellOf(row, words)
          : `${tellOf(row, words)}. ${t.logbook.list.withdrawn(f.long(f.dayOf(row.withdrawn_at)))}`,
      ],
    })),
  };
}
