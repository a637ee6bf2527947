/** The three figures of the flows screen: the most pressed site, where to send visitors, what advice did. */
import type { Flows } from "../../src/contract/flows.ts";
import type { Figure } from "../components/figures.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { hoursText, spokenText } from "./advice-words.ts";
import { adviceOf, rangeOf, type Shown, shownDay } from "./flows-words.ts";

export function flowsFigures(reply: Flows, words: Words): Figure[] {
  const { f } = words;
  const shown = shownDay(reply).filter(({ day }) => day.forecast !== null);
  const day = f.weekday(reply.day);
  return [busiest(shown[0], day, words), target(reply, shown.at(-1), day, words), effect(reply, words)];
}

function rangeFigure({ row, day }: Shown, name: string, words: Words): Figure {
  const { f, t, lang } = words;
  const range = rangeOf(day) ?? { low: 0, high: 0 };
  return {
    name,
    value: f.range(range),
    unit: t.shell.visitsUnit(range.high),
    text: t.flows.figures.busiestText(named(row.name, lang), day.ratio, t.flows.levels[day.level]),
  };
}

function busiest(shown: Shown | undefined, day: string, words: Words): Figure {
  const { figures } = words.t.flows;
  const name = figures.busiest(day);
  return shown ? rangeFigure(shown, name, words) : { name, value: "—", unit: "", text: figures.none };
}

function target(reply: Flows, calmest: Shown | undefined, day: string, words: Words): Figure {
  const { f, t, lang } = words;
  const { figures } = t.flows;
  const advice = adviceOf(reply).find(({ status }) => status !== "dismissed");
  if (!advice)
    return calmest
      ? rangeFigure(calmest, figures.calmest(day), words)
      : { name: figures.calmest(day), value: "—", unit: "", text: figures.none };
  return {
    name: figures.target(day),
    value: f.range(advice.to.expected),
    unit: t.shell.visitsUnit(advice.to.expected.high),
    text: figures.targetText(
      named(advice.to.name, lang),
      f.decimal(advice.km),
      hoursText(advice.hours, words),
      spokenText(advice.languages, words),
    ),
  };
}

function effect(reply: Flows, words: Words): Figure {
  const { f, t, lang } = words;
  const { figures } = t.flows;
  const best = reply.kept.find((one) => one.per_day !== null);
  if (!best?.per_day) {
    const days = Math.max(0, ...reply.kept.map((one) => one.days));
    return {
      name: figures.effect,
      value: f.int(days),
      unit: figures.kept(days),
      text: days === 0 ? figures.noEffect : t.flows.advice.unmeasured(days),
    };
  }
  const { value, low, high } = best.per_day;
  const site = reply.rows.find((row) => row.site === best.to);
  return {
    name: figures.effect,
    value: f.signed(value),
    unit: figures.effectUnit,
    text: figures.effectText(
      best.days,
      best.without,
      f.signed(low),
      f.signed(high),
      site ? named(site.name, lang) : best.to,
    ),
  };
}
