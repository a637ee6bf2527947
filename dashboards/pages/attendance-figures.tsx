/** Growth three ways on one scale: same dates, comparable days, per open hour. */
import type { Attendance } from "../../src/contract/attendance.ts";
import { GrowthRuler, rulerScale } from "../charts/growth-ruler.tsx";
import type { Figure } from "../components/figures.tsx";
import type { Words } from "../i18n/catalog.ts";
import { noComparison, yearBefore } from "./attendance-words.ts";

interface Way {
  readonly name: string;
  readonly change: number | null;
  readonly unit: string;
  readonly text: string;
}

export function attendanceFigures(reply: Attendance, words: Words): Figure[] {
  const { f } = words;
  const ways = growthWays(reply, words);
  const scale = rulerScale(ways.map(({ change }) => change));
  return ways.map(({ name, change, unit, text }) => ({
    name,
    value: change === null ? "—" : f.change(change),
    unit,
    text,
    ...(change === null
      ? {}
      : {
          drawing: (
            <GrowthRuler
              scale={scale}
              change={change}
              label={words.t.attendance.growth.rulerLabel(name, f.change(change))}
              tick={(ratio) => (ratio === 0 ? "0" : `${ratio > 0 ? "+" : ""}${f.percent(ratio)}`)}
            />
          ),
        }),
  }));
}

function growthWays(reply: Attendance, words: Words): Way[] {
  const { f, t } = words;
  const { growth } = t.attendance;
  const { to_date: toDate, comparable, per_open_hour: perHour } = reply.growth;
  const year = yearBefore(reply);
  const none = noComparison(reply, words);
  const few = (change: number | null, text: string) => (change === null ? growth.tooFew : text);
  return [
    {
      name: growth.toDate,
      change: toDate?.change ?? null,
      unit: toDate ? growth.visits(f.signed(toDate.visits - toDate.before)) : "",
      text: toDate
        ? few(
            toDate.change,
            growth.toDateText(f.int(toDate.visits), f.int(toDate.before), year, toDate.left_out),
          )
        : none,
    },
    {
      name: growth.comparable,
      change: comparable?.change ?? null,
      unit: comparable ? growth.visits(f.signed(comparable.visits - comparable.before)) : "",
      text: comparable
        ? few(comparable.change, growth.comparableText(comparable.days, comparable.left_out))
        : none,
    },
    {
      name: growth.perHour,
      change: perHour?.change ?? null,
      unit: perHour ? growth.perHourUnit(f.decimal(perHour.value)) : "",
      text: perHour
        ? few(perHour.change, growth.perHourText(f.decimal(perHour.value), f.decimal(perHour.before)))
        : none,
    },
  ];
}
