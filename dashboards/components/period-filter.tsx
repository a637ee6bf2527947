/** Period and sites as a plain form: it asks by address and needs no script. */
import type { LocalizedText } from "../../src/contract/common.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays } from "../../src/domain/time.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { pageHref } from "./links.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  /** Page that it asks again, without language prefix. */
  readonly path: string;
  /** `to` is exclusive. */
  readonly span: { readonly from: string; readonly to: string };
  readonly sites: readonly { readonly id: string; readonly name: LocalizedText; readonly chosen: boolean }[];
}

export function PeriodFilter({ frame, words, path, span, sites }: Props) {
  const { t, lang } = words;
  return (
    <details class="filter push">
      <summary>{t.attendance.change}</summary>
      <form action={pageHref(frame.lang, path)} method="get">
        <p>
          <label>
            {t.attendance.from} <input type="date" name="from" value={span.from} required />
          </label>
          <label>
            {t.attendance.last} <input type="date" name="last" value={addDays(span.to, -1)} required />
          </label>
        </p>
        <fieldset>
          <legend class="vh">{t.attendance.sites}</legend>
          {sites.map((site) => (
            <label>
              <input type="checkbox" name="sites" value={site.id} checked={site.chosen} />{" "}
              {named(site.name, lang)}
            </label>
          ))}
        </fieldset>
        <button type="submit">{t.attendance.apply}</button>
      </form>
    </details>
  );
}
