/** The flows screen as tables: every day and site, every piece of advice, every count of where people come from. */
import type { FlowDay, Flows, FlowTable } from "../../src/contract/flows.ts";
import type { TableProps } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { fromName, quarterName, rangeOf } from "./flows-words.ts";

export function flowsTwin(reply: Flows, words: Words): TableProps[] {
  const { t } = words;
  const { movements } = t.flows;
  const { origins, passes, quarter } = reply.movements;
  const name = quarterName(quarter, words);
  return [
    daysTable(reply, words),
    ...(reply.advice.length > 0 ? [adviceTable(reply, words)] : []),
    ...(origins ? [countsTable(origins, t.flows.twinOrigins(name), movements.origin, reply, words)] : []),
    ...(passes ? [countsTable(passes, t.flows.twinPasses(name), movements.before, reply, words)] : []),
  ];
}

function daysTable(reply: Flows, words: Words): TableProps {
  const { f, t, lang } = words;
  const cell = (day: FlowDay | undefined) => {
    if (!day) return "—";
    const range = rangeOf(day);
    return range ? `${t.flows.levels[day.level]}, ${f.range(range)}` : t.flows.levels[day.level];
  };
  return {
    caption: t.flows.twinDays,
    columns: [
      { name: t.flows.twinCols.day },
      ...reply.rows.map(({ name }) => ({ name: named(name, lang), number: true })),
    ],
    rows: reply.days.map((day) => ({
      cells: [
        f.shortWeekday(day),
        ...reply.rows.map(({ days }) => cell(days.find((own) => own.day === day))),
      ],
    })),
  };
}

function adviceTable(reply: Flows, words: Words): TableProps {
  const { f, t, lang } = words;
  const { day, from, to, hours, km, status } = t.flows.twinCols;
  return {
    caption: t.flows.twinAdvice,
    columns: [
      { name: day },
      { name: from },
      { name: to },
      { name: hours },
      { name: km, number: true },
      { name: status },
    ],
    rows: reply.advice.map((one) => ({
      cells: [
        f.shortWeekday(one.day),
        named(one.from.name, lang),
        named(one.to.name, lang),
        f.hours(one.hours),
        f.decimal(one.km),
        t.flows.statuses[one.status],
      ],
    })),
  };
}

function countsTable(
  table: FlowTable,
  caption: string,
  first: string,
  reply: Flows,
  words: Words,
): TableProps {
  const { f, t } = words;
  const { hidden, total } = t.flows.movements;
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? hidden : f.int(value);
  return {
    caption,
    columns: [
      { name: first },
      ...table.to.map((id) => ({ name: fromName(id, reply, words), number: true })),
      { name: total, number: true },
    ],
    rows: [
      ...table.from.map((id, i) => ({
        cells: [
          fromName(id, reply, words),
          ...(table.cells[i] ?? []).map(count),
          count(table.from_totals[i]),
        ],
      })),
      { cells: [total, ...table.to_totals.map(count), count(table.total)] },
    ],
  };
}
