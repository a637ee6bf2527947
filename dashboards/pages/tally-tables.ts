/** Figures and table twin of the screen "Saisie manuelle". */
import type { Tally } from "../../src/contract/tally.ts";
import type { Figure } from "../components/figures.tsx";
import type { TableProps } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { dueSlots, runningSlot } from "./tally-words.ts";

type Class = Tally["tariffs"][number] | null;

/** Name of a class; null = not told apart. */
export function className(tariff: Class, { t }: Words): string {
  return t.tally.tariffs[tariff ?? "none"];
}

/** "31 plein tarif, 9 enfants"; empty where no class was told. */
function partsOf(reply: Tally, words: Words): string {
  const shares = reply.slots.flatMap(({ by }) => by);
  if (shares.every(({ tariff }) => tariff === null)) return "";
  const sums = Map.groupBy(shares, ({ tariff }) => tariff);
  const parts = [...sums].map(([tariff, own]) => {
    const people = own.reduce((total, share) => total + share.people, 0);
    return `${words.f.int(people)} ${className(tariff, words)}`;
  });
  return words.f.list(parts);
}

export function tallyFigures(reply: Tally, words: Words): Figure[] {
  const { f, t } = words;
  const { figures } = t.tally;
  const slot = runningSlot(reply);
  const counted = reply.days.reduce((sum, day) => sum + day.counted, 0);
  const open = reply.days.reduce((sum, day) => sum + day.open, 0);
  const week = reply.days.reduce((sum, day) => sum + (day.people ?? 0), 0);
  const value = (people: number | null | undefined) => ({
    value: people == null ? figures.none : f.int(people),
    unit: people == null ? "" : figures.unit(people),
  });
  return [
    {
      name: figures.hour,
      ...value(slot?.people),
      text: slot ? figures.hourText(f.clock(slot.from), f.clock(slot.to)) : figures.hourNone,
    },
    {
      name: figures.today,
      ...value(reply.people),
      text: reply.people === null ? figures.todayNone : figures.todayText(partsOf(reply, words)),
    },
    {
      name: figures.week,
      value: open === 0 ? figures.none : f.int(counted),
      unit: open === 0 ? "" : figures.weekUnit(open),
      text: week === 0 ? figures.weekNone : figures.weekText(week),
    },
  ];
}

/** Today's hours in the order of the chart, then the days before. */
export function tallyTables(reply: Tally, words: Words): TableProps[] {
  const { f, t } = words;
  const { cols, states } = t.tally;
  const classes = reply.tariffs.length === 0 ? [] : reply.tariffs;
  const number = (people: number | null) => (people === null ? "—" : f.int(people));
  const due = dueSlots(reply);
  const running = runningSlot(reply);
  const hours: TableProps = {
    caption: t.tally.twinHours,
    columns: [
      { name: cols.hour },
      { name: cols.people, number: true },
      ...classes.map((tariff) => ({ name: className(tariff, words), number: true })),
      { name: cols.note },
    ],
    rows: reply.slots.map((slot) => ({
      cells: [
        `${f.clock(slot.from)} – ${f.clock(slot.to)}`,
        number(slot.people),
        ...classes.map((tariff) =>
          number(
            slot.people === null ? null : (slot.by.find((share) => share.tariff === tariff)?.people ?? 0),
          ),
        ),
        !due.includes(slot)
          ? t.tally.ahead
          : [slot.people === null ? states.missing : states.counted, slot === running ? t.tally.running : ""]
              .filter(Boolean)
              .join(", "),
      ],
    })),
  };
  const days: TableProps = {
    caption: t.tally.twinDays,
    columns: [
      { name: cols.day },
      { name: cols.people, number: true },
      { name: cols.hours, number: true },
      { name: cols.note },
    ],
    rows: reply.days.map(({ day, people, counted, open, state }) => ({
      cells: [
        f.shortWeekday(day),
        number(people),
        open === 0 ? "—" : t.tally.ofOpen(counted, open),
        states[state],
      ],
    })),
  };
  return reply.slots.length > 0 ? [hours, days] : [days];
}
