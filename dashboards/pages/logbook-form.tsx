/** Writing something down: a plain form that needs no script. It comes back to the page it was sent from. */

import type { LocalizedText } from "../../src/contract/common.ts";
import { BACK, FORM_PREFIX } from "../../src/contract/forms.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { ANNOTATION_KINDS, type AnnotationKind } from "../../src/domain/annotation.ts";
import { pageHref } from "../components/links.ts";
import { named, type Words } from "../i18n/catalog.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly sites: readonly { readonly id: string; readonly name: LocalizedText }[];
  /** What is known already; `site` null = all sites. */
  readonly known: {
    readonly site: string | null;
    readonly from: string;
    readonly last: string;
    readonly kind: AnnotationKind;
  };
  /** What is not asked: site and days, where only what happened there is wanted; or the kind. */
  readonly fixed?: "days" | "kind";
}

export function NoteForm({ frame, words, sites, known, fixed }: Props) {
  const { t, lang } = words;
  const { form, kind: kinds } = t.logbook;
  return (
    <form action={`${FORM_PREFIX}/createAnnotation`} method="post" class="note-form">
      <input type="hidden" name={BACK} value={pageHref(frame.lang, frame.path)} />
      {fixed === "days" ? (
        <>
          {known.site !== null && <input type="hidden" name="site" value={known.site} />}
          <input type="hidden" name="from" value={known.from} />
          <input type="hidden" name="last" value={known.last} />
        </>
      ) : (
        <>
          <label>
            {form.site}
            <select name="site">
              <option value="">{t.logbook.allSites}</option>
              {sites.map(({ id, name }) => (
                <option value={id} selected={id === known.site}>
                  {named(name, lang)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {form.from}
            <input type="date" name="from" value={known.from} required />
          </label>
          <label>
            {form.last}
            <input type="date" name="last" value={known.last} required />
          </label>
        </>
      )}
      {fixed === "kind" ? (
        <input type="hidden" name="kind" value={known.kind} />
      ) : (
        <label>
          {form.kind}
          <select name="kind">
            {ANNOTATION_KINDS.map((kind) => (
              <option value={kind} selected={kind === known.kind}>
                {kinds[kind]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="long">
        {form.text}
        <input type="text" name="text" maxlength={200} required />
      </label>
      <label class="tick">
        <input type="checkbox" name="counts_in_model" /> {form.counts}
      </label>
      <button type="submit">{form.send}</button>
      {fixed !== "days" && (
        <p class="note">
          {form.textHint} {form.countsHint}
        </p>
      )}
    </form>
  );
}

/** Takes a note back; it stays readable. */
export function WithdrawForm({
  frame,
  words,
  id,
  what,
}: {
  frame: Frame;
  words: Words;
  id: string;
  what: string;
}) {
  const { list } = words.t.logbook;
  return (
    <form action={`${FORM_PREFIX}/withdrawAnnotation`} method="post" class="inline">
      <input type="hidden" name={BACK} value={pageHref(frame.lang, frame.path)} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" aria-label={`${list.withdraw}, ${what}`}>
        {list.withdraw}
      </button>
    </form>
  );
}
