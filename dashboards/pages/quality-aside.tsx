/** Rows set aside: how many wait for somebody, the newest of them, and how they are corrected. */

import type { Quality } from "../../src/contract/quality.ts";
import type { QuarantineRow } from "../../src/contract/quarantine.ts";
import { apiHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import { Table } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { feedName, reasonName } from "./quality-words.ts";

interface Props {
  readonly words: Words;
  readonly reply: Quality;
}

export function QualityAside({ words, reply }: Props) {
  const { aside } = words.t.quality;
  const { held, open, rows } = reply.quarantine;
  if (held === 0) return null;
  const feeds = [...new Set(rows.map(({ feed }) => feed))];
  const [first] = rows;
  return (
    <section class="close twin" id="aside">
      <h2>{aside.title}</h2>
      <p class="sub">
        <Rich text={aside.waiting(open, held)} />
      </p>
      {first && (
        <>
          <details>
            <summary>
              <svg width="12" height="12" aria-hidden="true">
                <path d="M3 1L9 6L3 11Z" fill="currentColor" />
              </svg>
              <b>{aside.open}</b>
            </summary>
            <section class="scroll" tabindex={0} aria-label={aside.title}>
              <Table
                caption={aside.title}
                columns={Object.values(aside.cols).map((name) => ({ name }))}
                rows={rows.map((row) => ({ cells: cellsOf(row, reply, words) }))}
              />
            </section>
            <p class="sub">
              <Rich text={aside.how} /> <code lang="en">{commandFor(first)}</code>
            </p>
          </details>
          <p class="dl">
            {feeds.map((feed, i) => (
              <>
                {i > 0 && " · "}
                <a href={apiHref(`/feeds/${feed}/quarantine`, { format: "csv" })}>
                  <Rich text={aside.file(nameOf(feed, reply, words))} />
                </a>
              </>
            ))}
          </p>
        </>
      )}
    </section>
  );
}

function cellsOf(row: QuarantineRow, reply: Quality, words: Words) {
  const { aside } = words.t.quality;
  const reason = reasonName(row.reason, words);
  const fields = Object.entries(row.fields ?? {}).map(([name, value]) => `${name} = ${value ?? "null"}`);
  const gone = row.withheld.length > 0 ? [aside.withheld(row.withheld.join(", "))] : [];
  return [
    { node: <span lang="en">{row.position}</span> },
    nameOf(row.feed, reply, words),
    row.field === "" ? reason : `${reason} (${row.field})`,
    { node: <span lang="en">{row.detail}</span> },
    [...fields, ...gone].join("; ") || aside.nothing,
  ];
}

function nameOf(feed: string, reply: Quality, words: Words): string {
  const known = reply.feeds.find((one) => one.feed === feed);
  return known ? feedName(reply, known, words) : feed;
}

/** What would correct a row, its value left open. */
function commandFor({ feed, id, field }: QuarantineRow): string {
  return `beffroi quarantine replay --feed ${feed} --where @row=${id} --set ${field || "field"}=…`;
}
