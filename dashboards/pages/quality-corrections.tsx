/** What was corrected since: the newest entries of the ledger, before and after. */
import type { Quality } from "../../src/contract/quality.ts";
import { Rich } from "../components/rich.tsx";
import type { Words } from "../i18n/catalog.ts";
import { feedName, siteName } from "./quality-words.ts";

/** Lines shown. */
const MOST = 3;

type Revision = Quality["revisions"][number];

export function QualityCorrections({ reply, words }: { reply: Quality; words: Words }) {
  const { corrections } = words.t.quality;
  const { revisions } = reply;
  if (revisions.length === 0) return null;
  return (
    <section class="todo">
      <h2>{corrections.title}</h2>
      <p class="sub">{corrections.intro}</p>
      {revisions.slice(0, MOST).map((revision) => (
        <p>
          <Rich text={correctionText(reply, revision, words)} />
        </p>
      ))}
      {revisions.length > MOST && <p class="note hint">{corrections.more(revisions.length - MOST)}</p>}
    </section>
  );
}

/** Which feed, which day, when, before and after, and how it came about. */
function correctionText(reply: Quality, revision: Revision, words: Words): string {
  const { f, t } = words;
  const { corrections, day: dayWords } = t.quality;
  const { site, feed, day, measure, before, after, kind, detected_at } = revision;
  const found = reply.feeds.find((one) => one.feed === feed && one.site === site);
  const name = found ? feedName(reply, found, words) : siteName(reply, site, words);
  const units: Readonly<Record<string, string>> = dayWords.measure;
  const corrected = t.shell.state.corrected(f.long(f.dayOf(detected_at)), f.int(before), f.int(after));
  const unit = units[measure] ?? measure;
  return corrections.line(name, f.long(day), `${unit}, ${corrections[kind]}. ${corrected}`);
}
