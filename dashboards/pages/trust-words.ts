/** The sentences of the screen "Peut-on s'y fier ?", all read off the reply. */
import type { LeadTrust, Trust } from "../../src/contract/trust.ts";
import type { Words } from "../i18n/catalog.ts";
import type { Sentences } from "./today-answer.ts";

/** Days checked below which an average says nothing, and below which a percentage is none. */
const ENOUGH = 10;
export const PERCENT_FROM = 30;

/** Figures of the distance that the page is about; undefined where no day was checked. */
export function askedLead({ leads, lead }: Trust): LeadTrust | undefined {
  return leads.find((each) => each.lead === lead);
}

/** Distances at which enough days were checked to compare; all where there are none. */
export function drawnLeads({ leads }: Trust): readonly LeadTrust[] {
  const enough = leads.filter(({ days }) => days >= ENOUGH);
  return enough.length > 0 ? enough : leads;
}

/** True where something was checked: there is a chart to draw. */
export function isJudged({ leads }: Trust): boolean {
  return leads.length > 0;
}

/** How far off at the asked distance, beside the simple rule; then how many days came as promised. */
export function trustAnswer(reply: Trust, words: Words): Sentences {
  const { f, t } = words;
  const asked = askedLead(reply);
  if (!isJudged(reply) && reply.refused === "no_data") return { first: t.shell.state.empty, second: "" };
  if (!isJudged(reply) && reply.refused !== null) {
    return { first: t.shell.state.noForecast, second: t.outlook.refusedNext };
  }
  if (!asked || asked.days < ENOUGH) {
    const days = asked?.days ?? 0;
    return {
      first: t.trust.tooFew(days, ENOUGH),
      second: [asked ? t.trust.soFar(asked.mae, days) : "", t.trust.tooFewNext].filter(Boolean).join(" "),
    };
  }
  const rule = asked.naive_mae;
  const inside = t.trust.insideOf(asked.inside, asked.days);
  const wins = rule !== null && rule < asked.mae ? t.trust.naiveWins : "";
  return {
    first: t.trust.error(t.trust.at(asked.lead), asked.mae, rule === null ? null : f.int(rule)),
    second: [inside, wins, wins && reply.serves_rule ? t.trust.ruleShown : ""].filter(Boolean).join(" "),
  };
}

/** The finding: where the forecast beats the simple rule. */
export function trustTitle(reply: Trust, { f, t }: Words): string {
  const leads = drawnLeads(reply);
  if (leads.every(({ days }) => days < ENOUGH)) return t.trust.titleFew;
  const known = leads.filter(({ naive_mae }) => naive_mae !== null);
  const isBetter = ({ mae, naive_mae }: LeadTrust) => mae < (naive_mae ?? 0);
  const better = known.filter(isBetter).length;
  if (known.length === 0) {
    return t.trust.titleAlone(f.int(leads[0]?.mae ?? 0), f.int(leads.at(-1)?.mae ?? 0));
  }
  if (better === known.length) {
    return leads.length < reply.leads.length ? t.trust.titleBetterSoFar : t.trust.titleBetter;
  }
  if (better === 0) return t.trust.titleWorse;
  const last = known.slice(0, better);
  if (last.every(isBetter)) return t.trust.titleUntil(last.at(-1)?.lead ?? 0);
  return t.trust.titleMixed(better, known.length);
}

/** The chart of errors in one sentence. */
export function errorsLabel(reply: Trust, { f, t }: Words): string {
  return t.trust.errorsLabel(
    drawnLeads(reply)
      .map(({ lead, mae, naive_mae }) =>
        t.trust.errorsPart(t.trust.before(lead), f.int(mae), naive_mae === null ? null : f.int(naive_mae)),
      )
      .join(", "),
  );
}

/** The last of the forecasts shown that was missed. */
export function lastMissed({ last }: Trust): Trust["last"][number] | undefined {
  return last.findLast(({ inside }) => !inside);
}
