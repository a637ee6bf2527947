/** A whole hour as a plain form: without script, and for counts on paper. */
import { BACK, FORM_PREFIX } from "../../src/contract/forms.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { LARGEST_COUNT, type Tally } from "../../src/contract/tally.ts";
import { pageHref } from "../components/links.ts";
import type { Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import { className } from "./tally-tables.ts";
import { dueSlots } from "./tally-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Tally;
}

export function TallyHour({ frame, words, reply }: Props) {
  const { f, t } = words;
  const due = dueSlots(reply);
  return (
    <section class="whole">
      <h2>{t.tally.hourTitle}</h2>
      <p class="sub">{due.length === 0 ? t.tally.noHour : t.tally.hourNote}</p>
      {due.length > 0 && (
        <form action={`${FORM_PREFIX}/countHour`} method="post">
          <input type="hidden" name="site" value={reply.site} />
          <input type="hidden" name={BACK} value={pageHref(frame.lang, frame.path)} />
          <label>
            {t.tally.hour}
            <select name="start">
              {due.map((slot, i) => (
                <option value={slot.start} selected={i === due.length - 1}>
                  {`${f.clock(slot.from)} – ${f.clock(slot.to)}`}
                </option>
              ))}
            </select>
          </label>
          {reply.tariffs.length > 0 && (
            <label>
              {t.tally.tariff}
              <select name="tariff">
                {reply.tariffs.map((tariff) => (
                  <option value={tariff}>{capital(className(tariff, words))}</option>
                ))}
              </select>
            </label>
          )}
          <label>
            {t.tally.count}
            <input type="number" name="count" min="0" max={LARGEST_COUNT} inputmode="numeric" required />
          </label>
          <button type="submit" class="save">
            {t.tally.save}
          </button>
        </form>
      )}
    </section>
  );
}
