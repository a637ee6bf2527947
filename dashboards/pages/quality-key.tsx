/** Reading key of the stripes: one small drawing per state that is there. */
import type { FeedDay, Quality } from "../../src/contract/quality.ts";
import { Stretch } from "../charts/plot.tsx";
import { layoutStripes } from "../charts/stripes-layout.ts";
import type { Words } from "../i18n/catalog.ts";

const ORDER: readonly FeedDay["state"][] = [
  "ok",
  "late",
  "partial",
  "missing",
  "suspect",
  "corrected",
  "due",
  "rest",
];

export function QualityKey({ reply, words }: { reply: Quality; words: Words }) {
  const { t } = words;
  const there = new Set(reply.rows.map(({ state }) => state));
  return (
    <ul class="key" aria-label={t.shell.readingKey}>
      {ORDER.filter((state) => there.has(state)).map((state) => (
        <li>
          <Swatch state={state} />
          {t.quality.state[state]}
        </li>
      ))}
    </ul>
  );
}

/** The same shapes as in the stripes, from the same layout. */
function Swatch({ state }: { state: FeedDay["state"] }) {
  const { solid, late, corrected, missing, suspect, crosses, due } = layoutStripes(
    [[{ slot: 0, state, observed: 0.5 }]],
    -22,
  );
  return (
    <Stretch count={1} height={16}>
      {solid && <path d={solid} class="f-acc" />}
      {late && <path d={late} class="l-ink today" />}
      {corrected && <path d={corrected} class="l-bg dot" stroke-width="7" />}
      {missing && <path d={missing} class="miss f-bg" />}
      {suspect && <path d={suspect} class="f-bg l-edge" />}
      {crosses && <path d={crosses} class="l-ink today" />}
      {due && <path d={due} class="l-n1 today" />}
    </Stretch>
  );
}
