/** The HTML document around every page: head, header, main, footer. No inline style, no third party. */
import type { ComponentChildren } from "preact";
import { DOCUMENTS } from "../../src/contract/documents.ts";
import type { Place } from "../../src/contract/places.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { BUILT } from "../built.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { Header } from "./header.tsx";
import { pageHref } from "./links.ts";
import { PageContext } from "./page-context.ts";
import { Symbols } from "./symbols.tsx";

/** Stand-ins in the footer, replaced once the document is drawn and weighed. */
export const WEIGHED = { kilobytes: "{kB}", requests: "{requests}", elements: "{elements}" } as const;

/** Text of each link by address; the first one says how accessible the service is, as the law asks of every page. */
function footer({ t }: Words): Record<string, string> {
  const { names } = t.documents;
  return {
    [DOCUMENTS.accessibility]: t.shell.accessibility,
    [DOCUMENTS.ecodesign]: names.ecodesign,
    [DOCUMENTS.legal]: names.legal,
    [DOCUMENTS.privacy]: names.privacy,
    [DOCUMENTS.sitemap]: names.sitemap,
  };
}

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly place: Place | null;
  readonly title: string;
  /** Script of this page alone, beside that of every page. */
  readonly script?: string;
  readonly children: ComponentChildren;
}

export function Document({ frame, words, place, title, script, children }: Props) {
  const { shell } = words.t;
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={shell.description(title, named(frame.office, frame.lang))} />
        <title>{`${title} · Beffroi`}</title>
        <link rel="stylesheet" href={`/assets/${frame.assets.style}`} />
        {frame.assets.theme && <link rel="stylesheet" href={`/assets/${frame.assets.theme}`} />}
        <link rel="icon" href={BUILT.icon ? `/assets/${BUILT.icon}` : "/favicon.ico"} type="image/svg+xml" />
        <script type="module" src={`/assets/${frame.assets.script}`} />
        {script && <script type="module" src={`/assets/${script}`} />}
      </head>
      <body>
        <Symbols />
        <a class="skip" href="#content">
          {shell.skip}
        </a>
        <Header frame={frame} words={words} place={place} />
        <main id="content" class="page" tabindex={-1}>
          <PageContext.Provider value={{ frame, charts: 0 }}>{children}</PageContext.Provider>
        </main>
        <footer class="page foot">
          <div>
            {frame.simulated && <b>{shell.simulated}</b>}
            <nav aria-label={words.t.documents.about}>
              {Object.entries(footer(words)).map(([href, text]) => (
                <a href={pageHref(frame.lang, href)}>{text}</a>
              ))}
            </nav>
            <span class="paper">
              {named(frame.office, frame.lang)} · <span data-address>{pageHref(frame.lang, frame.path)}</span>
            </span>
            <span class="push">
              Beffroi {frame.version} · {shell.weight(WEIGHED.kilobytes, WEIGHED.requests, WEIGHED.elements)}
            </span>
          </div>
        </footer>
      </body>
    </html>
  );
}
