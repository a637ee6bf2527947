/** Period, sites and kinds as a plain form: it asks by address and needs no script. */
import { LOG_KINDS, type Logbook } from "../../src/contract/logbook.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays } from "../../src/domain/time.ts";
import { pageHref } from "../components/links.ts";
import { named, type Words } from "../i18n/catalog.ts";

export function LogbookFilter({ frame, reply, words }: { frame: Frame; reply: Logbook; words: Words }) {
  const { t, lang } = words;
  return (
    <details class="filter">
      <summary>{t.logbook.change}</summary>
      <form action={pageHref(frame.lang, "/journal")} method="get">
        <p>
          <label>
            {t.logbook.from} <input type="date" name="from" value={reply.from} required />
          </label>
          <label>
            {t.logbook.last} <input type="date" name="last" value={addDays(reply.to, -1)} required />
          </label>
        </p>
        <fieldset>
          <legend class="vh">{t.logbook.sites}</legend>
          {reply.sites.map((site) => (
            <label>
              <input type="checkbox" name="sites" value={site.id} checked={site.chosen} />{" "}
              {named(site.name, lang)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend class="vh">{t.logbook.kinds}</legend>
          {LOG_KINDS.map((kind) => (
            <label>
              <input type="checkbox" name="kind" value={kind} checked={reply.kinds.includes(kind)} />{" "}
              {t.logbook.kind[kind]}
            </label>
          ))}
        </fieldset>
        <button type="submit">{t.logbook.apply}</button>
      </form>
    </details>
  );
}
