/** Header bar: mark, the screens, the languages, the office. On a narrow screen the menu folds into `details`. */
import { type Frame, LANGUAGES, type Language } from "../../src/contract/screen.ts";
import { named, type Words, wordsFor } from "../i18n/catalog.ts";
import { pageHref } from "./links.ts";
import { Belfry } from "./symbols.tsx";

/** Which screen a page belongs to; null = none of them. */
export type Place = "today" | "attendance" | "outlook" | null;

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly place: Place;
}

function Screens({ frame, words, place }: Props) {
  const { shell } = words.t;
  const [first] = frame.sites;
  const links = [
    { id: "today", path: "/", text: shell.today },
    { id: "attendance", path: "/frequentation", text: shell.attendance },
    { id: "outlook", path: first ? `/previsions/${first.id}` : "/previsions", text: shell.outlook },
  ] as const;
  return (
    <ul>
      {links.map(({ id, path, text }) => (
        <li>
          <a href={pageHref(frame.lang, path)} {...(id === place ? { "aria-current": "page" } : {})}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Languages({ frame }: { frame: Frame }) {
  const name = (lang: Language) => wordsFor(lang, "UTC").t.shell.language;
  return (
    <ul class="langs">
      {LANGUAGES.map((lang) => (
        <li>
          <a
            href={pageHref(lang, frame.path)}
            lang={lang}
            hreflang={lang}
            title={name(lang)}
            {...(lang === frame.lang ? { "aria-current": "true" } : {})}
          >
            {lang}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Header({ frame, words, place }: Props) {
  const { shell } = words.t;
  const office = named(frame.office, frame.lang);
  const screens = <Screens frame={frame} words={words} place={place} />;
  return (
    <header class="bar">
      <div class="page">
        <a class="mark" href={pageHref(frame.lang, "/")}>
          <Belfry />
          Beffroi
        </a>
        <nav aria-label={shell.screens} class="wide">
          {screens}
        </nav>
        <nav aria-label={shell.languages} class="wide push">
          <Languages frame={frame} />
        </nav>
        <p class="who">{office}</p>
        <details class="menu narrow">
          <summary>
            {place ? shell[place] : shell.menu}
            <svg width="16" height="16" aria-hidden="true">
              <path d="M1 3.5H15M1 8H15M1 12.5H15" stroke="currentColor" stroke-width="1.5" />
            </svg>
          </summary>
          <nav aria-label={shell.menu}>
            {screens}
            <Languages frame={frame} />
          </nav>
        </details>
      </div>
    </header>
  );
}
