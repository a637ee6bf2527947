/** Scenarios: keep the question under a name, open one, freeze it as the plan, drop it. Plain forms, no script. */
import { BACK, FORM_PREFIX } from "../../src/contract/forms.ts";
import type { Scenario } from "../../src/contract/scenarios.ts";
import type { Frame } from "../../src/contract/screen.ts";
import type { Suppose } from "../../src/contract/suppose.ts";
import { pageHref } from "../components/links.ts";
import type { Words } from "../i18n/catalog.ts";
import { changesText, daysText, statusText } from "./suppose-words.ts";

interface Props {
  readonly frame: Frame;
  readonly reply: Suppose;
  readonly words: Words;
}

/** Address of the page of a scenario, or of the site without one. */
function scenarioHref({ lang }: Frame, site: string, id: string | null): string {
  return pageHref(lang, `/et-si/${encodeURIComponent(site)}${id === null ? "" : `?scenario=${id}`}`);
}

/** Shown under an answer that is not kept yet. */
export function KeepForm({ frame, reply, words }: Props) {
  const { t } = words;
  if (reply.asked === null || reply.answer.kind !== "told") return null;
  return (
    <form class="ask keep" action={`${FORM_PREFIX}/createScenario`} method="post">
      <input type="hidden" name={BACK} value={`${scenarioHref(frame, reply.site, null)}#scenarios`} />
      <input type="hidden" name="site" value={reply.site} />
      {Object.entries(reply.asked).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      <label>
        {t.suppose.keep} <input type="text" name="name" maxlength={120} required autocomplete="off" />
      </label>
      <button type="submit">{t.suppose.keepButton}</button>
    </form>
  );
}

export function Scenarios({ frame, reply, words }: Props) {
  const { t } = words;
  const { scenarioCols: cols } = t.suppose;
  return (
    <section class="kept" id="scenarios">
      <h2>{t.suppose.scenarios}</h2>
      {reply.scenarios.length === 0 ? (
        <p class="sub">{t.suppose.noScenario}</p>
      ) : (
        <table>
          <caption class="vh">{t.suppose.scenarios}</caption>
          <thead>
            <tr>
              <th scope="col">{cols.name}</th>
              <th scope="col">{cols.days}</th>
              <th scope="col">{cols.what}</th>
              <th scope="col">{cols.status}</th>
              <th scope="col">{cols.act}</th>
            </tr>
          </thead>
          <tbody>
            {reply.scenarios.map((scenario) => (
              <Row frame={frame} reply={reply} words={words} scenario={scenario} />
            ))}
          </tbody>
        </table>
      )}
      <p class="note hint">{t.suppose.keepNote}</p>
    </section>
  );
}

function Row({ frame, reply, words, scenario }: Props & { readonly scenario: Scenario }) {
  const { t } = words;
  const { id, name, changes, status } = scenario;
  const page = scenarioHref(frame, reply.site, id);
  const current = reply.chosen?.scenario.id === id;
  const list = `${scenarioHref(frame, reply.site, null)}#scenarios`;
  return (
    <tr {...(current ? { class: "sel" } : {})}>
      <th scope="row">
        <a href={page} {...(current ? { "aria-current": "page" as const } : {})}>
          {name}
        </a>
      </th>
      <td>{daysText(changes, words)}</td>
      <td>{changesText(changes, reply.events, words)}</td>
      <td>{statusText(scenario, words)}</td>
      <td>
        {status === "draft" && (
          <Act form="freezeScenario" id={id} back={page} text={t.suppose.freeze} name={name} words={words} />
        )}
        <Act form="dropScenario" id={id} back={list} text={t.suppose.drop} name={name} words={words} />
      </td>
    </tr>
  );
}

interface ActProps {
  readonly form: "freezeScenario" | "dropScenario";
  readonly id: string;
  readonly back: string;
  readonly text: string;
  /** Of the scenario, for those who hear the button alone. */
  readonly name: string;
  readonly words: Words;
}

function Act({ form, id, back, text, name, words }: ActProps) {
  return (
    <form action={`${FORM_PREFIX}/${form}`} method="post" class="act-form">
      <input type="hidden" name={BACK} value={back} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" aria-label={words.t.suppose.aria(text, name)}>
        {text}
      </button>
    </form>
  );
}
