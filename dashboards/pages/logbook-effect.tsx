/** What an action did: the measured effect with its range and placebos, or why there is none yet. */
import type { Logbook } from "../../src/contract/logbook.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { EffectRuler } from "../charts/effect-ruler.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { daysOf, siteName } from "./logbook-words.ts";

type Effect = NonNullable<Logbook["effect"]>;
type Measured = Extract<NonNullable<Effect["answer"]>, { kind: "effect" }>;

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Logbook;
}

export function LogbookEffect({ frame, words, reply }: Props) {
  const { effect } = reply;
  if (!effect) return null;
  const { t, lang } = words;
  const { action, site, answer } = effect;
  const where = `${siteName(reply, site, words)} · ${daysOf(action, words)}`;
  return (
    <section class="score" id="effect">
      <h2>
        <Rich text={t.logbook.effect.title(action.text)} />
      </h2>
      <div>
        {site === null && (
          <>
            <p>{t.logbook.effect.choose}</p>
            <ul class="choices">
              {reply.sites.map(({ id, name }) => (
                <li>
                  <a href={pageHref(frame.lang, `/journal?sites=${id}&effect=${action.id}#effect`)}>
                    {named(name, lang)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {answer?.kind === "refused" && <p>{refusal(answer.reason, words)}</p>}
        {answer?.kind === "effect" && <Answered answer={answer} words={words} />}
        {site !== null && (
          <p class="sub">
            <Rich text={where} />
          </p>
        )}
      </div>
    </section>
  );
}

function Answered({ answer, words }: { answer: Measured; words: Words }) {
  const { f, t } = words;
  const { effect } = t.logbook;
  const { per_day: perDay, counterfactual, share, placebos } = answer;
  const verdict = perDay.low > 0 ? "up" : perDay.high < 0 ? "down" : "unsure";
  const shares = placebos.map((one) => one.share);
  return (
    <>
      <p>
        <Rich text={effect.verdict[verdict](f.signed(perDay.low), f.signed(perDay.high))} />
      </p>
      <EffectRuler
        value={share.value}
        low={share.low}
        high={share.high}
        placebos={shares}
        label={effect.rulerLabel(f.change(share.low), f.change(share.high), shares.length)}
        tick={(ratio) => (ratio === 0 ? "0" : f.change(ratio))}
      />
      <p class="sub">
        <Rich
          text={[
            effect.first(answer.days, answer.measured, counterfactual.low, counterfactual.high),
            effect.placebos(shares.length, f.percent(answer.chance)),
            effect.controls(answer.controls.length),
          ]
            .filter(Boolean)
            .join(" ")}
        />
      </p>
    </>
  );
}

/** The API's reasons are English sentences: their beginning says which. */
export function refusal(reason: string, { t }: Words): string {
  const { refused } = t.logbook.effect;
  if (reason.startsWith("too early")) return refused.early;
  if (reason.startsWith("too little")) return refused.before;
  if (reason.startsWith("too few")) return refused.few;
  return reason.startsWith("no earlier time") ? refused.placebos : refused.other;
}
