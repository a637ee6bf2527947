/** Below the timeline: what waits for an explanation, what was written down, what is coming. */
import type { Logbook, LogbookRow } from "../../src/contract/logbook.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays } from "../../src/domain/time.ts";
import { GlyphIcon } from "../charts/glyphs.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import type { Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import { glyphOf } from "./logbook-chart.tsx";
import { NoteForm, WithdrawForm } from "./logbook-form.tsx";
import { causeOf, daysOf, isShort, siteName, tellOf, unexplained } from "./logbook-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Logbook;
}

/** Lines of each list; the table has them all. */
const MOST_OPEN = 5;
const MOST_WRITTEN = 8;
const MOST_COMING = 4;

export function LogbookList(props: Props) {
  return (
    <div class="two even">
      <section>
        <Unexplained {...props} />
        <Coming {...props} />
      </section>
      <section>
        <Written {...props} />
      </section>
    </div>
  );
}

function Unexplained({ frame, words, reply }: Props) {
  const { f, t } = words;
  const { list } = t.logbook;
  const open = unexplained(reply);
  return (
    <>
      <h2>{list.unusual}</h2>
      {open.length === 0 && <p class="sub">{list.noUnusual}</p>}
      <ul class="log">
        {open.slice(0, MOST_OPEN).map((day) => (
          <li>
            <GlyphIcon glyph={day.score > 0 ? "more" : "fewer"} inModel={true} />
            <div>
              <b>
                <Rich text={`${capital(f.shortWeekday(day.day))} · ${siteName(reply, day.site, words)}`} />
              </b>
              <p>
                <Rich text={list.came(day.visits, f.between(day.range))} />
              </p>
              <p class="sub">
                <Rich text={list.cause(causeOf(day, reply, words))} />
              </p>
              <details class="explain">
                <summary>{list.explain}</summary>
                <NoteForm
                  frame={frame}
                  words={words}
                  sites={reply.sites}
                  known={{ site: day.site, from: day.day, last: day.day, kind: "note" }}
                  fixed="days"
                />
              </details>
            </div>
          </li>
        ))}
      </ul>
      {open.length > MOST_OPEN && <p class="note">{list.more(open.length - MOST_OPEN)}</p>}
    </>
  );
}

function Written({ frame, words, reply }: Props) {
  const { list } = words.t.logbook;
  const notes = reply.rows.filter(({ origin }) => origin === "written").reverse();
  return (
    <>
      <h2>{list.written}</h2>
      {notes.length === 0 && (
        <p class="sub">
          <Rich text={list.noWritten} />
        </p>
      )}
      <ul class="log">
        {notes.slice(0, MOST_WRITTEN).map((row) => (
          <Note frame={frame} words={words} reply={reply} row={row} />
        ))}
      </ul>
      {notes.length > MOST_WRITTEN && <p class="note">{list.more(notes.length - MOST_WRITTEN)}</p>}
    </>
  );
}

function Note({ frame, words, reply, row }: Props & { readonly row: LogbookRow }) {
  const { f, t } = words;
  const { list, kind } = t.logbook;
  const stands = row.withdrawn_at === null;
  const told = tellOf(row, words);
  const own = new URLSearchParams({ from: reply.from, to: reply.to });
  const effect = `/journal?${own}${row.site ? `&sites=${row.site}` : ""}&effect=${row.id}#effect`;
  return (
    <li id={`n${row.id}`} {...(stands ? {} : { class: "gone" })}>
      <GlyphIcon glyph={glyphOf(row)} inModel={row.in_model} />
      <div>
        <b>{told}</b>
        <p>
          <Rich text={`${kind[row.kind]} · ${siteName(reply, row.site, words)} · ${daysOf(row, words)}`} />
        </p>
        <p class="sub">
          {row.withdrawn_at === null
            ? row.in_model
              ? list.inModel
              : list.notInModel
            : list.withdrawn(f.long(f.dayOf(row.withdrawn_at)))}
          {row.written_at && stands && (
            <>
              {" · "}
              <Rich text={list.writtenOn(f.long(f.dayOf(row.written_at)))} />
            </>
          )}
          {row.kind === "action" && stands && (
            <>
              {" · "}
              <a href={pageHref(frame.lang, effect)}>{list.effect}</a>
            </>
          )}
        </p>
        {stands && <WithdrawForm frame={frame} words={words} id={row.id} what={told} />}
      </div>
    </li>
  );
}

/** What is to come; of a few days, all that the calendar has. */
function Coming({ words, reply }: Omit<Props, "frame">) {
  const { f, t } = words;
  const tomorrow = addDays(f.dayOf(reply.now), 1);
  const few = isShort(reply);
  const shown = reply.rows.filter(({ origin, from }) => origin === "calendar" && (few || from >= tomorrow));
  if (shown.length === 0) return null;
  return (
    <>
      <h2 class="next">{few ? t.logbook.list.calendar : t.logbook.list.coming}</h2>
      <ul class="log">
        {shown.slice(0, few ? MOST_WRITTEN : MOST_COMING).map((row) => (
          <li>
            <GlyphIcon glyph={glyphOf(row)} inModel={row.in_model} />
            <div>
              <b>
                <Rich text={tellOf(row, words)} />
              </b>
              <p class="sub">
                <Rich
                  text={`${t.logbook.kind[row.kind]} · ${siteName(reply, row.site, words)} · ${daysOf(row, words)}`}
                />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
