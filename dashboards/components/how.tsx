/** "How we know": method, coverage, state of the data, and the id of the figure. */
import type { Words } from "../i18n/catalog.ts";
import { Rich } from "./rich.tsx";

interface Props {
  readonly words: Words;
  readonly sentences: readonly string[];
  readonly figure: string;
  /** What "copy" puts on the clipboard besides the id. */
  readonly quote: string;
}

export function How({ words, sentences, figure, quote }: Props) {
  const { shell } = words.t;
  return (
    <div class="how">
      <b>{shell.howWeKnow}</b>
      <p class="said">
        <Rich text={sentences.filter(Boolean).join(" ")} />
      </p>
      <span class="id">
        {shell.figure} <code>{figure}</code>
        <button type="button" hidden data-copy={quote} data-done={shell.copied}>
          {shell.copy}
        </button>
      </span>
    </div>
  );
}

/** "State of the data at 15:38", with the day where it is not today's. */
export function stateOf(asOf: string | null, now: string, { f, t }: Words): string {
  if (asOf === null) return "";
  const day = f.dayOf(asOf);
  return day === f.dayOf(now) ? t.shell.asOfToday(f.time(asOf)) : t.shell.asOf(f.time(asOf), f.long(day));
}

/** A share (0–1) in percent; never 0 for something nor 100 for less than all. */
export function shareOf(share: number, { f, t }: Words): string {
  if (share > 0 && share < 0.005) return t.shell.under(f.percent(0.01));
  if (share < 1 && share >= 0.995) return t.shell.over(f.percent(0.99));
  return f.percent(share);
}

/** A share in percent, null where it is exactly nothing: then the words say "none". */
export function shareOrNone(share: number, words: Words): string | null {
  return share === 0 ? null : shareOf(share, words);
}
