/** The screen "Peut-on s'y fier ?": how far off, whether it beats the simple rule, and past forecasts as they were. */
import type { Frame } from "../../src/contract/screen.ts";
import type { Trust } from "../../src/contract/trust.ts";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { Figures } from "../components/figures.tsx";
import { How, stateOf } from "../components/how.tsx";
import { apiHref } from "../components/links.ts";
import { OtherSites } from "../components/other-sites.tsx";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { ErrorsChart } from "./trust-charts.tsx";
import { trustFigures } from "./trust-figures.ts";
import { LeadRows } from "./trust-leads.tsx";
import { LastForecasts, PastForecast } from "./trust-past.tsx";
import { trustTwin } from "./trust-twin.ts";
import { askedLead, isJudged, trustAnswer, trustTitle } from "./trust-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Trust;
}

export function TrustPage({ frame, words, reply }: Props) {
  const { t, lang } = words;
  const { first, second } = trustAnswer(reply, words);
  const name = named(reply.name, lang);
  const asked = askedLead(reply);
  const judged = isJudged(reply);
  const origin = reply.vintage?.day ?? null;
  const files = [
    { name: "CSV", href: apiHref("/scorecard", { sites: reply.site, format: "csv" }) },
    { name: "Arrow", href: apiHref("/scorecard", { sites: reply.site, format: "arrow" }) },
    { name: "JSON", href: apiHref("/trust", { site: reply.site, lead: String(reply.lead), origin }) },
  ];
  return (
    <Document frame={frame} words={words} place="trust" title={`${t.trust.title} ${name}`}>
      <Answer
        lead={[name, reply.municipality].filter(Boolean).join(", ")}
        facts={asked ? [t.trust.judged(asked.days, t.trust.before(asked.lead))] : []}
        first={first}
        second={second}
      >
        <OtherSites frame={frame} words={words} place="trust" site={reply.site} />
      </Answer>
      {judged && (
        <>
          <div class="pair">
            <div class="errors">
              <Chart words={words} title={trustTitle(reply, words)} sub={t.trust.sub} open={null} walk="none">
                <ErrorsChart reply={reply} words={words} />
              </Chart>
            </div>
            <LeadRows reply={reply} words={words} />
          </div>
          <Figures figures={trustFigures(reply, words)} />
        </>
      )}
      <LastForecasts frame={frame} reply={reply} words={words} />
      <PastForecast frame={frame} reply={reply} words={words} />
      {(judged || reply.vintage) && (
        <Twin title={t.trust.twin} files={files} tables={trustTwin(frame, reply, words)} />
      )}
      <How
        words={words}
        sentences={[t.trust.how, ...servedSentences(reply, words), stateOf(reply.as_of, reply.now, words)]}
        figure={reply.figure}
        quote={`${name}. ${first} ${named(frame.office, lang)}.`}
      />
    </Document>
  );
}

/** Which of the forecasts were really served. */
function servedSentences(reply: Trust, { f, t }: Words): string[] {
  const asked = askedLead(reply);
  if (reply.origins.length === 0) return [];
  return [
    reply.served_since === null
      ? t.trust.howNoneServed
      : `${t.trust.howServed(`${f.long(reply.served_since)} ${f.year(reply.served_since)}`)} ${t.trust.howKept}`,
    asked && asked.retrospective_days > 0
      ? t.trust.howRetrospective(asked.retrospective_days, asked.days)
      : "",
  ];
}
