/** The three figures under the errors: how far off, how often inside, and which way it leans. */
import type { Trust } from "../../src/contract/trust.ts";
import type { Figure } from "../components/figures.tsx";
import type { Words } from "../i18n/catalog.ts";
import { askedLead, lastMissed, PERCENT_FROM } from "./trust-words.ts";

export function trustFigures(reply: Trust, { f, t }: Words): Figure[] {
  const asked = askedLead(reply);
  if (!asked) return [];
  const { figures } = t.trust;
  const at = t.trust.at(asked.lead);
  const days = f.int(asked.days);
  const miss = lastMissed(reply);
  const share = asked.days < PERCENT_FROM ? null : f.percent(asked.inside / asked.days);
  const leaning = Math.round(asked.mean_error);
  return [
    {
      name: figures.error(at),
      value: f.int(asked.mae),
      unit: t.shell.visitsUnit(asked.mae),
      text: figures.errorText(
        days,
        f.int(asked.mean_visits),
        asked.naive_mae === null ? null : f.int(asked.naive_mae),
      ),
    },
    {
      name: figures.inside(at),
      value: f.int(asked.inside),
      unit: figures.insideUnit(days),
      text: [
        figures.insideText(share),
        miss
          ? figures.lastMiss(
              `${f.weekday(miss.day)} ${f.long(miss.day)}`,
              f.int(miss.visits),
              f.int(miss.promised.low),
              f.int(miss.promised.high),
            )
          : "",
      ]
        .filter(Boolean)
        .join(" "),
    },
    {
      name: figures.bias,
      value: f.signed(asked.mean_error),
      unit: figures.biasUnit,
      text: leaning === 0 ? figures.biasNone : leaning > 0 ? figures.biasHigh(days) : figures.biasLow(days),
    },
  ];
}
