/** Rows set aside: how many wait for somebody, the newest of them, and how they are corrected. */

import { BACK, FORM_PREFIX } from "../../src/contract/forms.ts";
import type { Quality } from "../../src/contract/quality.ts";
import type { QuarantineRow } from "../../src/contract/quarantine.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { apiHref, pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import { Table } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { feedName, reasonName } from "./quality-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Quality;
}

/** Feeds named on the page of all feeds. */
const MOST_FEEDS = 3;

export function QualityAside({ frame, words, reply }: Props) {
  const { aside } = words.t.quality;
  const { held, open, rows } = reply.quarantine;
  if (held === 0) return null;
  return (
    <section class="close" id="aside">
      <h2>{aside.title}</h2>
      <p class="sub">
        <Rich text={aside.waiting(open, held)} />
        {reply.feed === null && <Feeds frame={frame} words={words} reply={reply} />}
      </p>
      {reply.feed !== null && rows.length > 0 && <Rows frame={frame} words={words} reply={reply} />}
    </section>
  );
}

/** One click to the rows of a feed: all of them on one page would be more than a page holds. */
function Feeds({ frame, words, reply }: Props) {
  const feeds = [...new Set(reply.quarantine.rows.map(({ feed }) => feed))];
  return feeds.slice(0, MOST_FEEDS).map((feed) => (
    <>
      {" "}
      <a href={pageHref(frame.lang, `/qualite?feed=${feed}#aside`)}>
        <Rich text={words.t.quality.aside.see(nameOf(feed, reply, words))} />
      </a>
    </>
  ));
}

function Rows({ frame, words, reply }: Props) {
  const { aside } = words.t.quality;
  const { rows } = reply.quarantine;
  const [first] = rows;
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={aside.title}>
        <Table
          caption={aside.title}
          columns={Object.values(aside.cols).map((name) => ({ name }))}
          rows={rows.map((row) => ({ cells: cellsOf(row, words) }))}
        />
      </section>
      <CorrectForm frame={frame} words={words} rows={rows} />
      <p class="sub">
        <Rich text={aside.how} /> {first && <code lang="en">{commandFor(first)}</code>}
      </p>
      <p>
        <a href={apiHref(`/feeds/${reply.feed}/quarantine`, { format: "csv" })}>{aside.file}</a>
      </p>
    </>
  );
}

function cellsOf(row: QuarantineRow, words: Words) {
  const { aside } = words.t.quality;
  const reason = reasonName(row.reason, words);
  const fields = Object.entries(row.fields ?? {}).map(([name, value]) => `${name} = ${value ?? "null"}`);
  const gone = row.withheld.length > 0 ? [aside.withheld(row.withheld.join(", "))] : [];
  return [
    { node: <span lang="en">{row.position}</span> },
    row.field === "" ? reason : `${reason} (${row.field})`,
    { node: <span lang="en">{row.detail}</span> },
    [...fields, ...gone].join("; ") || aside.nothing,
  ];
}

function nameOf(feed: string, reply: Quality, words: Words): string {
  const known = reply.feeds.find((one) => one.feed === feed);
  return known ? feedName(reply, known, words) : feed;
}

/** One row, one field: a plain form that needs no script and comes back to the page. */
function CorrectForm({
  frame,
  words,
  rows,
}: Omit<Props, "reply"> & { readonly rows: readonly QuarantineRow[] }) {
  const { form } = words.t.quality.aside;
  const own = rows.filter(({ fields, withheld }) => fields !== null || withheld.length > 0);
  const [first] = own;
  if (!first) return null;
  return (
    <form action={`${FORM_PREFIX}/correctRow`} method="post" class="note-form">
      <input type="hidden" name={BACK} value={`${pageHref(frame.lang, frame.path)}#aside`} />
      <input type="hidden" name="id" value={first.feed} />
      <label>
        {form.row}
        <select name="row">
          {own.map(({ id, position }) => (
            <option value={id}>{position}</option>
          ))}
        </select>
      </label>
      <label>
        {form.field}
        <select name="field">
          {fieldsOf(own).map((name) => (
            <option value={name}>{name}</option>
          ))}
          <option value="">{form.drop}</option>
        </select>
      </label>
      <label>
        {form.text}
        <input type="text" name="text" maxlength={120} required />
      </label>
      <button type="submit">{form.send}</button>
    </form>
  );
}

/** Those at fault first. */
function fieldsOf(rows: readonly QuarantineRow[]): string[] {
  const known = rows.flatMap(({ fields, withheld }) => [...withheld, ...Object.keys(fields ?? {})]);
  const faulty = rows.flatMap(({ field }) => (known.includes(field) ? [field] : []));
  return [...new Set([...faulty, ...known])];
}

/** What would correct a row, its value left open. */
function commandFor({ feed, id, field }: QuarantineRow): string {
  return `beffroi quarantine replay --feed ${feed} --where @row=${id} --set ${field || "field"}=…`;
}
