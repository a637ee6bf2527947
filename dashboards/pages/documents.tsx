/** The pages that the law asks for, all of one kind: what is the case in a sentence, then sections of text, links and
 *  small tables. */
import type { DocumentFacts, DocumentName } from "../../src/contract/documents.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { Document } from "../components/document.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import type { Words } from "../i18n/catalog.ts";
import type { Block } from "./block.ts";
import { siteMap } from "./site-map.ts";
import { weights } from "./weights.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly name: DocumentName;
  readonly facts: DocumentFacts;
}

/** An e-mail address or a page is a link; a page of this service keeps the language. */
function hrefOf(href: string, frame: Frame): string {
  return href.startsWith("/") ? pageHref(frame.lang, href) : href;
}

function Section({ frame, block }: { readonly frame: Frame; readonly block: Block }) {
  const { title, lines = [], list = [], links = [], table } = block;
  return (
    <section>
      <h2>{title}</h2>
      {lines.map((line) => (
        <p>
          <Rich text={line} />
        </p>
      ))}
      {list.length > 0 && (
        <ul>
          {list.map((line) => (
            <li>
              <Rich text={line} />
            </li>
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <ul>
          {links.map(({ text, href }) => (
            <li>
              <a href={hrefOf(href, frame)}>
                <Rich text={text} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {table && (
        <section class="scroll" tabindex={0} aria-label={table.caption}>
          <table>
            <caption class="vh">{table.caption}</caption>
            <thead>
              <tr>
                {table.head.map((cell, i) => (
                  <th scope="col" {...(i > 0 ? { class: "r" } : {})}>
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([first, ...cells]) => (
                <tr>
                  <th scope="row">{first}</th>
                  {cells.map((cell) => (
                    <td class="r">{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

export function DocumentPage({ frame, words, name, facts }: Props) {
  const { documents } = words.t;
  const { first, second, blocks } = documents[name](facts);
  const extra =
    name === "ecodesign" ? weights(facts.measured, words) : name === "sitemap" ? siteMap(frame, words) : [];
  return (
    <Document frame={frame} words={words} place={null} title={documents.names[name]}>
      <h1>
        <Rich text={first} />{" "}
        <span>
          <Rich text={second} />
        </span>
      </h1>
      <div class="text">
        {[...extra, ...blocks].map((block) => (
          <Section frame={frame} block={block} />
        ))}
      </div>
    </Document>
  );
}
