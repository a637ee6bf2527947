/** The outlook chart as two tables: what was measured and promised, what is forecast and booked. */
import type { Outlook } from "../../src/contract/outlook.ts";
import type { Frame } from "../../src/contract/screen.ts";
import type { TableProps } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { openText } from "./outlook-week.tsx";
import { dayHref, endsOf } from "./outlook-words.ts";

const DASH = "—";

/** Rows are in the order of the chart, so that the n-th row of both is the n-th day. */
export function outlookTwin(frame: Frame, reply: Outlook, words: Words): TableProps[] {
  return [pastTable(reply, words), comingTable(frame, reply, words)];
}

function pastTable(reply: Outlook, { f, t, ...rest }: Words): TableProps {
  const { twinCols } = t.outlook;
  const [first, last] = [reply.past[0]?.day, reply.past.at(-1)?.day];
  const words = { f, t, ...rest };
  const visits = (day: Outlook["past"][number]) =>
    day.visits === null
      ? day.state === "missing"
        ? t.shell.missing
        : DASH
      : `${day.state === "estimated" ? "≈ " : ""}${f.int(day.visits)}`;
  return {
    caption: first && last ? t.outlook.pastCaption(f.long(first), f.long(last)) : twinCols.visits,
    columns: [
      { name: twinCols.day },
      { name: twinCols.open },
      { name: twinCols.visits, number: true },
      { name: twinCols.promised, number: true },
    ],
    rows: reply.past.map((day) => ({
      id: `d${day.day}`,
      cells: [
        f.shortWeekday(day.day),
        openText(day, words),
        visits(day),
        day.promised ? f.range(day.promised) : DASH,
      ],
    })),
  };
}

function comingTable(frame: Frame, reply: Outlook, words: Words): TableProps {
  const { f, t } = words;
  const { twinCols } = t.outlook;
  const [first, last] = [reply.coming[0]?.day, reply.coming.at(-1)?.day];
  return {
    caption: first && last ? t.outlook.comingCaption(f.long(first), f.long(last)) : twinCols.forecast,
    columns: [
      { name: twinCols.day },
      { name: twinCols.open },
      { name: twinCols.forecast, number: true },
      { name: twinCols.middle, number: true },
      { name: twinCols.booked, number: true },
    ],
    rows: reply.coming.map((day, i) => {
      const ends = endsOf(day);
      const name = f.shortWeekday(day.day);
      const range = ends ? f.range(ends) : DASH;
      const counted =
        i === 0 && reply.today.visits !== null ? t.outlook.soFar(f.int(reply.today.visits)) : "";
      return {
        id: `d${day.day}`,
        cells: [
          ends ? { node: <a href={dayHref(frame, reply, day.day)}>{name}</a> } : name,
          openText(day, words),
          counted ? `${range} (${counted})` : range,
          day.forecast ? f.int(day.forecast.q50) : DASH,
          day.booked === null ? DASH : f.int(day.booked),
        ],
      };
    }),
  };
}
