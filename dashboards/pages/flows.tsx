/** The screen "Flux entre sites": where to send visitors, and where they come from. */
import type { Flows } from "../../src/contract/flows.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { PressureSymbols } from "../charts/pressure-mark.tsx";
import { Answer } from "../components/answer.tsx";
import { Document } from "../components/document.tsx";
import { Figures } from "../components/figures.tsx";
import { How, stateOf } from "../components/how.tsx";
import { apiHref } from "../components/links.ts";
import { Titled } from "../components/titled.tsx";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import { AdviceLine } from "./advice-line.tsx";
import { flowsFigures } from "./flows-figures.ts";
import { Movements } from "./flows-movements.tsx";
import { PressureMap, PressureTable } from "./flows-pressure.tsx";
import { flowsTwin } from "./flows-twin.ts";
import { adviceOf, flowsAnswer, flowsTitle } from "./flows-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Flows;
}

export function FlowsPage({ frame, words, reply }: Props) {
  const { f, t } = words;
  const { first, second } = flowsAnswer(reply, words);
  const today = f.dayOf(reply.now);
  const { day } = reply;
  const { quarter } = reply.movements;
  return (
    <Document frame={frame} words={words} place="flows" title={t.shell.places.flows}>
      <PressureSymbols />
      <Answer
        lead={capital(f.full(today))}
        facts={[t.flows.situation(f.time(reply.now))]}
        first={first}
        second={second}
      />
      {adviceOf(reply).map((advice) => (
        <AdviceLine frame={frame} words={words} advice={advice} explained={true} />
      ))}
      <Titled
        words={words}
        title={flowsTitle(reply, words)}
        sub={t.flows.sub}
        drawn={reply.rows.some(({ longitude }) => longitude !== null)}
      >
        <div class="places-now">
          <PressureMap reply={reply} words={words} />
          <PressureTable frame={frame} reply={reply} words={words} />
        </div>
      </Titled>
      <Figures figures={flowsFigures(reply, words)} />
      <Movements frame={frame} reply={reply} words={words} />
      <Twin
        title={t.flows.twin}
        files={[
          { name: `CSV, ${t.shell.groups.outlook}`, href: apiHref("/forecasts", { format: "csv" }) },
          { name: "JSON", href: apiHref("/flows", { day, quarter }) },
        ]}
        tables={flowsTwin(reply, words)}
      />
      <How
        words={words}
        sentences={[
          t.flows.how,
          t.flows.howEffect,
          t.flows.howMovements,
          stateOf(reply.as_of, reply.now, words),
        ]}
        figure={reply.figure}
        quote={`${first} ${capital(f.full(day))}. ${named(frame.office, frame.lang)}.`}
      />
    </Document>
  );
}
