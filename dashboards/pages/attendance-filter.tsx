/** Period and sites as a plain form: it asks by address and needs no script. */
import type { Attendance } from "../../src/contract/attendance.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { pageHref } from "../components/links.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { lastDay } from "./attendance-words.ts";

interface Props {
  readonly frame: Frame;
  readonly reply: Attendance;
  readonly words: Words;
}

export function AttendanceFilter({ frame, reply, words }: Props) {
  const { t, lang } = words;
  return (
    <details class="filter push">
      <summary>{t.attendance.change}</summary>
      <form action={pageHref(frame.lang, "/frequentation")} method="get">
        <p>
          <label>
            {t.attendance.from} <input type="date" name="from" value={reply.from} required />
          </label>
          <label>
            {t.attendance.last} <input type="date" name="last" value={lastDay(reply)} required />
          </label>
        </p>
        <fieldset>
          <legend class="vh">{t.attendance.sites}</legend>
          {reply.sites.map((site) => (
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
