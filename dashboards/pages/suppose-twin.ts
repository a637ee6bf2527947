/** The chart of "Et si ?" as a table: each day as forecast, with the change, and the difference. */
import type { Suppose } from "../../src/contract/suppose.ts";
import type { TableProps } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import type { Ends } from "../i18n/format.ts";
import { toldOf } from "./suppose-words.ts";

const DASH = "—";

export function supposeTwin(reply: Suppose, words: Words): TableProps {
  const { f, t } = words;
  const { cols } = t.suppose;
  const [from, to] = [reply.days[0]?.day ?? "", reply.days.at(-1)?.day ?? ""];
  const answers = new Map(toldOf(reply)?.days.map((day) => [day.day, day]));
  const came = new Map(reply.chosen?.followed.map((day) => [day.day, day]));
  const isPlan = came.size > 0;
  const range = ({ q10, q90 }: { q10: number; q90: number }) => side({ low: q10, high: q90 }, words);
  return {
    caption: t.suppose.caption(f.long(from), f.long(to)),
    columns: [
      { name: cols.day },
      { name: cols.open },
      { name: cols.before, number: true },
      { name: cols.after, number: true },
      { name: cols.difference, number: true },
      ...(isPlan ? [{ name: cols.came, number: true }] : []),
    ],
    rows: reply.days.map(({ day, opening, forecast }) => {
      const answer = answers.get(day);
      const told = answer?.kind === "answered" ? answer : null;
      const plain = opening.kind === "closed" ? t.shell.closed : forecast ? range(forecast) : DASH;
      const followed = came.get(day);
      return {
        id: `d${day}`,
        cells: [
          f.shortWeekday(day),
          opening.kind === "closed" ? t.shell.closed : f.hours(opening.hours),
          told ? range(told.before) : plain,
          told ? range(told.after) : answer ? t.suppose.cannot : DASH,
          told ? differenceText(told.difference, words) : DASH,
          ...(isPlan ? [followed?.visits == null ? DASH : f.int(followed.visits)] : []),
        ],
      };
    }),
  };
}

function side(ends: Ends, { f, t }: Words): string {
  return Math.round(ends.high) === 0 ? t.shell.closed : f.range(ends);
}

/** Such as `+12 to +48`. */
export function differenceText({ low, high }: Ends, { f, t }: Words): string {
  return t.suppose.differenceRange(f.signed(low), f.signed(high));
}
