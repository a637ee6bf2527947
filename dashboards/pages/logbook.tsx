/** The screen "Journal et calendrier": what happened, and what of it is in the model. */
import type { Logbook } from "../../src/contract/logbook.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays } from "../../src/domain/time.ts";
import { type Glyph, GlyphIcon, GlyphSymbols } from "../charts/glyphs.tsx";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { Figures } from "../components/figures.tsx";
import { How, stateOf } from "../components/how.tsx";
import { apiHref } from "../components/links.ts";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { chosenOf } from "./chosen.ts";
import { glyphOf, LogbookChart } from "./logbook-chart.tsx";
import { LogbookEffect } from "./logbook-effect.tsx";
import { logbookFigures } from "./logbook-figures.ts";
import { LogbookFilter } from "./logbook-filter.tsx";
import { NoteForm } from "./logbook-form.tsx";
import { LogbookList } from "./logbook-list.tsx";
import { logbookTwin } from "./logbook-twin.ts";
import { logbookAnswer, logbookTitle } from "./logbook-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Logbook;
}

export function LogbookPage({ frame, words, reply }: Props) {
  const { f, t, lang } = words;
  const { first, second } = logbookAnswer(reply, words);
  const last = addDays(reply.to, -1);
  const { chosen, all, only, ids: sites } = chosenOf(reply.sites);
  const sameYear = f.year(reply.from) === f.year(last);
  const period = t.logbook.period(
    reply.from !== last && sameYear ? f.long(reply.from) : `${f.long(reply.from)} ${f.year(reply.from)}`,
    `${f.long(last)} ${f.year(last)}`,
  );
  const asked = { sites, from: reply.from, to: reply.to };
  const files = [
    { name: "CSV", href: apiHref("/logbook", { ...asked, format: "csv" }) },
    { name: "Arrow", href: apiHref("/logbook", { ...asked, format: "arrow" }) },
    { name: "JSON", href: apiHref("/logbook", asked) },
  ];
  const today = f.dayOf(reply.now);
  return (
    <Document frame={frame} words={words} place="logbook" title={t.shell.places.logbook}>
      <GlyphSymbols />
      <Answer
        lead={period}
        facts={[
          only ? named(only.name, lang) : t.logbook.scope(chosen.length, all),
          ...(reply.kinds.length < Object.keys(t.logbook.kind).length ? [t.logbook.some] : []),
        ]}
        first={first}
        second={second}
      >
        <details class="filter push" id="add">
          <summary>{t.logbook.form.open}</summary>
          <NoteForm
            frame={frame}
            words={words}
            sites={reply.sites}
            known={{ site: all ? null : (chosen[0]?.id ?? null), from: today, last: today, kind: "note" }}
          />
        </details>
        <LogbookFilter frame={frame} reply={reply} words={words} />
      </Answer>
      <Chart
        words={words}
        title={logbookTitle(reply, words)}
        sub={
          <>
            <span class="wide">{t.logbook.sub(false)}</span>
            <span class="narrow">{t.logbook.sub(true)}</span>
          </>
        }
        open={null}
      >
        <LogbookChart reply={reply} words={words} />
      </Chart>
      <Key reply={reply} words={words} />
      <Figures figures={logbookFigures(reply, words)} />
      <LogbookEffect frame={frame} words={words} reply={reply} />
      <LogbookList frame={frame} words={words} reply={reply} />
      <Twin title={t.logbook.twin(reply.rows.length)} files={files} tables={logbookTwin(reply, words)} />
      <How
        words={words}
        sentences={[t.logbook.how, t.logbook.connect, stateOf(reply.as_of, reply.now, words)]}
        figure={reply.figure}
        quote={`${first} ${period}. ${named(frame.office, frame.lang)}.`}
      />
    </Document>
  );
}

const KEYED = ["event", "holiday", "note", "fault", "action", "correction", "more", "fewer"] as const;

function Key({ reply, words }: { reply: Logbook; words: Words }) {
  const { key } = words.t.logbook;
  const drawn = reply.rows.filter(({ kind, withdrawn_at }) => kind !== "break" && withdrawn_at === null);
  const has = (glyph: Glyph) => drawn.some((row) => glyphOf(row) === glyph);
  return (
    <ul class="key" aria-label={words.t.shell.readingKey}>
      {KEYED.filter(has).map((glyph) => (
        <li>
          <GlyphIcon glyph={glyph} inModel={true} />
          {key[glyph]}
        </li>
      ))}
      {has("closure") && (
        <li>
          <svg width="32" height="14" aria-hidden="true">
            <rect y="3" width="32" height="8" class="p-closed" />
          </svg>
          {key.closure}
        </li>
      )}
      {reply.rows.some(({ kind }) => kind === "break") && (
        <li>
          <svg width="32" height="14" aria-hidden="true">
            <rect width="32" height="14" class="p-hol" />
          </svg>
          {key.breaks}
        </li>
      )}
      {drawn.some(({ in_model }) => !in_model) && (
        <li>
          <GlyphIcon glyph="note" inModel={false} />
          {key.out}
        </li>
      )}
    </ul>
  );
}
