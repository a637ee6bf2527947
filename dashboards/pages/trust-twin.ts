/** Every value of the screen "Peut-on s'y fier ?" as tables, in the order of its charts. */
import type { Frame } from "../../src/contract/screen.ts";
import type { Trust, VintageDay } from "../../src/contract/trust.ts";
import type { TableProps } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { originLink } from "./trust-origin.tsx";

const DASH = "—";

export function trustTwin(frame: Frame, reply: Trust, words: Words): TableProps[] {
  return [lastTable(frame, reply, words), ...(reply.vintage ? [vintageTable(reply.vintage, words)] : [])];
}

function lastTable(frame: Frame, reply: Trust, words: Words): TableProps {
  const { f, t } = words;
  const { twinCols } = t.trust;
  return {
    caption: t.trust.lastCaption(t.trust.at(reply.lead)),
    columns: [
      { name: twinCols.day },
      { name: twinCols.promised, number: true },
      { name: twinCols.rule, number: true },
      { name: twinCols.visits, number: true },
    ],
    rows: reply.last.map(({ day, origin, promised, median, naive, visits, inside, retrospective }) => ({
      id: `d${day}`,
      cells: [
        { node: originLink(frame, reply, { day, origin }, words) },
        t.trust.promised(f.range(promised), f.int(median), retrospective),
        naive === null ? DASH : f.int(naive),
        t.trust.judgedVisits(f.int(visits), inside),
      ],
    })),
  };
}

function vintageTable(vintage: NonNullable<Trust["vintage"]>, words: Words): TableProps {
  const { f, t } = words;
  const { twinCols } = t.trust;
  return {
    caption: t.trust.vintageCaption(f.long(vintage.day)),
    columns: [
      { name: twinCols.day },
      { name: twinCols.promised, number: true },
      { name: twinCols.visits, number: true },
    ],
    rows: vintage.days.map((each) => ({
      id: `v${each.day}`,
      cells: [
        f.shortWeekday(each.day),
        each.forecast
          ? t.trust.promised(
              f.range({ low: each.forecast.q10, high: each.forecast.q90 }),
              f.int(each.forecast.q50),
              false,
            )
          : DASH,
        came(each, words),
      ],
    })),
  };
}

function came({ visits, state, opening, provisional, inside }: VintageDay, { f, t }: Words): string {
  if (state === null) return opening.kind === "closed" ? t.shell.closed : t.trust.notYet;
  if (state === "closed") return t.shell.closed;
  if (visits === null) return provisional ? t.trust.notYet : t.shell.missing;
  if (provisional) return t.trust.partial(f.int(visits));
  if (inside !== null) return t.trust.judgedVisits(f.int(visits), inside);
  return state === "estimated" ? `≈ ${f.int(visits)}` : f.int(visits);
}
