/** What the screen "Saisie manuelle" says: the answer, the title of the chart, the names of hours. */
import type { Tally, TallySlot } from "../../src/contract/tally.ts";
import { named, type Words } from "../i18n/catalog.ts";

/** The hour that runs now; undefined before, between and after the opening hours. */
export function runningSlot({ slots, now }: Tally): TallySlot | undefined {
  const at = Date.parse(now);
  return slots.find(({ start, end }) => Date.parse(start) <= at && at < Date.parse(end));
}

/** Hours that have begun. */
export function dueSlots({ slots, now }: Tally): TallySlot[] {
  return slots.filter(({ start }) => Date.parse(start) <= Date.parse(now));
}

export function tallyAnswer(reply: Tally, words: Words): { readonly first: string; readonly second: string } {
  const { t } = words;
  if (reply.feed === null) return { first: t.tally.noFeed, second: t.tally.noFeedNext };
  return {
    first: verdict(reply, words),
    second: [next(reply, words), t.tally.use[reply.used]].join(" ").trim(),
  };
}

function verdict(reply: Tally, { f, t, lang }: Words): string {
  const { opening, people, slots } = reply;
  if (opening.kind === "closed") {
    if (people !== null) return t.tally.closedCounted(people);
    return t.shell.state.closed(opening.reason && named(opening.reason, lang));
  }
  const slot = runningSlot(reply);
  if (slot) {
    const [from, to] = [f.clock(slot.from), f.clock(slot.to)];
    return slot.people === null
      ? t.tally.answerHourNone(from, to, people)
      : t.tally.answerHour(slot.people, from, to, people ?? 0);
  }
  const due = dueSlots(reply);
  const [first] = slots;
  if (due.length === 0 && first) return t.tally.notYet(f.clock(first.from));
  if (people === null) return t.tally.answerDayNone;
  return t.tally.answerDay(people, due.filter((one) => one.people !== null).length, due.length);
}

function next({ next_opening, slots }: Tally, { f, t }: Words): string {
  if (next_opening === null || slots.length > 0) return "";
  const day = f.dayOf(next_opening);
  return t.tally.reopens(`${f.weekday(day)} ${f.long(day)}`, f.time(next_opening));
}

/** The finding of the chart. */
export function tallyTitle(reply: Tally, { f, t }: Words): string {
  const counted = dueSlots(reply).flatMap(({ people, from, to }) =>
    people === null ? [] : [{ people, from, to }],
  );
  const due = dueSlots(reply).length;
  if (counted.length === 0) return t.tally.titleNone;
  const best = counted.reduce((most, slot) => (slot.people > most.people ? slot : most));
  if (best.people === 0) {
    return counted.length < due ? t.tally.titleSome(counted.length, due) : t.tally.titleZero;
  }
  return t.tally.title(f.clock(best.from), f.clock(best.to), best.people);
}
