/** The question as a plain form: it asks by address and needs no script. */
import type { Frame } from "../../src/contract/screen.ts";
import type { Asked, Suppose } from "../../src/contract/suppose.ts";
import { addDays } from "../../src/domain/time.ts";
import { pageHref } from "../components/links.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";

interface Props {
  readonly frame: Frame;
  readonly reply: Suppose;
  readonly words: Words;
}

/** A Monday: weekdays are named from it. */
const MONDAY = "2024-01-01";

export function SupposeForm({ frame, reply, words }: Props) {
  const { t } = words;
  const { groups } = t.suppose;
  const address = pageHref(frame.lang, `/et-si/${encodeURIComponent(reply.site)}`);
  const asked: Asked = reply.asked ?? {};
  return (
    <form class="ask suppose" action={address} method="get" aria-label={t.suppose.ask}>
      <fieldset>
        <legend>{groups.days}</legend>
        <Days reply={reply} asked={asked} words={words} />
      </fieldset>
      <fieldset>
        <legend>{groups.opening}</legend>
        <Opening asked={asked} words={words} />
      </fieldset>
      <fieldset>
        <legend>{groups.public}</legend>
        <Public reply={reply} asked={asked} words={words} />
      </fieldset>
      <fieldset>
        <legend>{groups.weather}</legend>
        <Weather asked={asked} words={words} />
      </fieldset>
      <p>
        <button type="submit">{t.suppose.submit}</button>
        {reply.changes.length > 0 && <a href={address}>{t.suppose.clear}</a>}
      </p>
    </form>
  );
}

interface Part {
  readonly asked: Asked;
  readonly words: Words;
}

function Days({ reply, asked, words }: Part & { readonly reply: Suppose }) {
  const { f, t } = words;
  const { fields } = t.suppose;
  const { from, last } = reply.reach;
  const limits = { min: from, max: last };
  const open = reply.days.find(({ day, forecast }) => day > from && forecast)?.day ?? addDays(from, 1);
  return (
    <>
      <label>
        {fields.day} <input type="date" name="day" value={asked.day ?? open} {...limits} required />
      </label>
      <label>
        {fields.last} <input type="date" name="last" value={asked.last ?? ""} {...limits} />
      </label>
      <label>
        {fields.weekday}{" "}
        <select name="weekday">
          <option value="">{fields.everyDay}</option>
          {[1, 2, 3, 4, 5, 6, 7].map((n) => (
            <option value={n} selected={asked.weekday === n}>
              {t.suppose.weekdays(f.weekday(addDays(MONDAY, n - 1)))}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function Opening({ asked, words }: Part) {
  const { fields } = words.t.suppose;
  return (
    <>
      <label>
        {fields.opens} <input type="time" name="opens" value={asked.opens ?? ""} />
      </label>
      <label>
        {fields.closes} <input type="time" name="closes" value={asked.closes ?? ""} />
      </label>
      <label class="tick">
        <input type="checkbox" name="closed" value="yes" checked={asked.closed === "yes"} /> {fields.closed}
      </label>
    </>
  );
}

function Public({ reply, asked, words }: Part & { readonly reply: Suppose }) {
  const { t, lang } = words;
  const { fields } = t.suppose;
  return (
    <>
      {(reply.takes_bookings || asked.group !== undefined) && (
        <label>
          {fields.group}{" "}
          <input
            type="number"
            name="group"
            min="1"
            max="100000"
            inputmode="numeric"
            value={asked.group ?? ""}
          />
        </label>
      )}
      {reply.events.length > 0 && (
        <label>
          {fields.event}{" "}
          <select name="event">
            <option value="">{fields.noEvent}</option>
            {reply.events.map(({ id, name }) => (
              <option value={id} selected={asked.event === id}>
                {capital(named(name, lang))}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="tick">
        <input type="checkbox" name="free" value="yes" checked={asked.free === "yes"} /> {fields.free}
      </label>
    </>
  );
}

function Weather({ asked, words }: Part) {
  const { fields } = words.t.suppose;
  return (
    <>
      <label>
        {fields.rain}{" "}
        <input type="number" name="rain" min="0" max="500" step="0.1" value={asked.rain ?? ""} />
      </label>
      <label>
        {fields.temperature}{" "}
        <input
          type="number"
          name="temperature"
          min="-60"
          max="60"
          step="0.1"
          value={asked.temperature ?? ""}
        />
      </label>
    </>
  );
}
