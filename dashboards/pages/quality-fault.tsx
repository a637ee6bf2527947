/** Correcting with a reason: a fault is written down about a site and its days, and stands until it is withdrawn. */
import type { Quality } from "../../src/contract/quality.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays } from "../../src/domain/time.ts";
import { GlyphIcon } from "../charts/glyphs.tsx";
import { Rich } from "../components/rich.tsx";
import type { Words } from "../i18n/catalog.ts";
import { NoteForm, WithdrawForm } from "./logbook-form.tsx";
import { siteName } from "./quality-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Quality;
}

/** Newest faults listed; the logbook has them all. */
const MOST = 5;

export function QualityFault({ frame, words, reply }: Props) {
  const { f, t } = words;
  const { fault } = t.quality;
  const [worst] = reply.problems.filter(({ site, noted }) => site !== null && !noted);
  const asked = reply.feeds.find(({ feed }) => feed === reply.feed);
  const last = reply.selected?.day ?? worst?.last ?? f.dayOf(reply.now);
  const from = reply.selected?.day ?? worst?.since ?? last;
  const site = asked ? asked.site : reply.selected ? null : (worst?.site ?? null);
  const standing = reply.faults.filter(({ withdrawn_at }) => withdrawn_at === null).reverse();
  return (
    <section class="score" id="fault">
      <h2>{fault.title}</h2>
      <div>
        <NoteForm
          frame={frame}
          words={words}
          sites={reply.sites}
          known={{ site, from, last, kind: "fault" }}
          fixed="kind"
        />
        <p>
          <Rich text={fault.text} />
        </p>
        {standing.length > 0 && (
          <>
            <h3>{fault.noted}</h3>
            <ul class="log">
              {standing.slice(0, MOST).map((one) => (
                <li>
                  <GlyphIcon glyph="fault" inModel={one.counts_in_model} />
                  <div>
                    <b>{one.text}</b>
                    <p class="sub">
                      <Rich
                        text={`${siteName(reply, one.site, words)} · ${t.logbook.span(f.shortWeekday(one.from), f.shortWeekday(addDays(one.to, -1)))} · ${one.counts_in_model ? t.logbook.list.inModel : t.logbook.list.notInModel}`}
                      />
                    </p>
                    <WithdrawForm frame={frame} words={words} id={one.id} what={one.text} />
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
