/** The advice line: tag, text, keep or dismiss with a reason, why. Works without script. */
import type { ComponentChildren } from "preact";
import type { Advice } from "../../src/contract/advice.ts";
import { BACK, FORM_PREFIX } from "../../src/contract/forms.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { DISMISSAL_REASONS } from "../../src/domain/advice.ts";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { adviceText, decisionText, effectText } from "./advice-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly advice: Advice;
  /** True where the page itself tells why: the link to it is left out. */
  readonly explained: boolean;
}

export function AdviceLine({ frame, words, advice, explained }: Props) {
  const { t, lang } = words;
  const decided = decisionText(advice, words);
  return (
    <section class="advice" aria-label={t.flows.advice.label}>
      <b class="tag">{t.flows.advice.tag}</b>
      <div class="said">
        <p>
          <Rich text={adviceText(advice, words)} />
        </p>
        {(advice.effect.days > 0 || explained) && (
          <p class="note">
            <Rich text={effectText(advice.effect, named(advice.to.name, lang), words)} />
          </p>
        )}
      </div>
      <div class="do">
        {decided === null ? (
          <>
            <Decide frame={frame} id={advice.id} status="kept">
              <button type="submit">
                <b>{t.flows.advice.keep}</b>
              </button>
            </Decide>
            <Dismiss frame={frame} words={words} id={advice.id} />
          </>
        ) : (
          <Decide frame={frame} id={advice.id} status="open">
            <b>
              <Rich text={decided} />
            </b>{" "}
            <button type="submit">{t.flows.advice.undo}</button>
          </Decide>
        )}
        {!explained && <a href={pageHref(lang, `/flux?day=${advice.day}`)}>{t.flows.advice.why}</a>}
      </div>
    </section>
  );
}

function Dismiss({ frame, words, id }: Pick<Props, "frame" | "words"> & { readonly id: string }) {
  const { advice } = words.t.flows;
  return (
    <details>
      <summary>{advice.dismiss}</summary>
      <Decide frame={frame} id={id} status="dismissed">
        <label>
          {advice.reason}{" "}
          <select name="reason">
            {DISMISSAL_REASONS.map((reason) => (
              <option value={reason}>{advice.reasons[reason]}</option>
            ))}
          </select>
        </label>{" "}
        <button type="submit">{advice.confirm}</button>
      </Decide>
    </details>
  );
}

interface DecideProps {
  readonly frame: Frame;
  readonly id: string;
  readonly status: Advice["status"];
  readonly children: ComponentChildren;
}

function Decide({ frame, id, status, children }: DecideProps) {
  return (
    <form action={`${FORM_PREFIX}/decideAdvice`} method="post">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="status" value={status} />
      <input type="hidden" name={BACK} value={pageHref(frame.lang, frame.path)} />
      {children}
    </form>
  );
}
