/** Header bar: mark, headings, languages, office; below it the screens of the heading that is open. On a narrow screen
 *  both fold into one menu. */
import {
  GROUPS,
  type Group,
  PLACES,
  type Place,
  placePath,
  placesOf,
  siteOfPath,
} from "../../src/contract/places.ts";
import { type Frame, LANGUAGES, type Language } from "../../src/contract/screen.ts";
import { named, type Words, wordsFor } from "../i18n/catalog.ts";
import { pageHref } from "./links.ts";
import { Belfry } from "./symbols.tsx";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  /** Screen that the page belongs to; null = none of them. */
  readonly place: Place | null;
}

/** Where links to pages of one site lead: to the site that this page is about, else to the first. */
function siteFor({ path, sites }: Frame): string | null {
  const site = siteOfPath(path);
  return sites.some(({ id }) => id === site) ? site : (sites[0]?.id ?? null);
}

/** A link is current as this page, or as the heading that this page stands under. */
const current = (isPage: boolean, isGroup: boolean) =>
  isPage ? ({ "aria-current": "page" } as const) : isGroup ? ({ "aria-current": "true" } as const) : {};

function Places({ frame, words, place, group }: Props & { readonly group: Group }) {
  return (
    <ul>
      {placesOf(group).map((id) => (
        <li>
          <a href={pageHref(frame.lang, placePath(id, siteFor(frame)))} {...current(id === place, false)}>
            {words.t.shell.places[id]}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Groups({ frame, words, place, deep }: Props & { readonly deep: boolean }) {
  return (
    <ul>
      {GROUPS.map((group) => {
        const [first, ...others] = placesOf(group);
        const inside = place !== null && PLACES[place].group === group;
        return (
          first && (
            <li>
              <a
                href={pageHref(frame.lang, placePath(first, siteFor(frame)))}
                {...current(first === place, inside)}
              >
                {words.t.shell.groups[group]}
              </a>
              {deep && others.length > 0 && (
                <Places frame={frame} words={words} place={place} group={group} />
              )}
            </li>
          )
        );
      })}
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
  const group = place && PLACES[place].group;
  return (
    <header class="bar">
      <div class="page">
        <a class="mark" href={pageHref(frame.lang, "/")}>
          <Belfry />
          Beffroi
        </a>
        <nav aria-label={shell.screens} class="wide">
          <Groups frame={frame} words={words} place={place} deep={false} />
        </nav>
        <nav aria-label={shell.languages} class="wide push">
          <Languages frame={frame} />
        </nav>
        <p class="who">{office}</p>
        <details class="menu narrow">
          <summary>
            {place ? shell.places[place] : shell.menu}
            <svg width="16" height="16" aria-hidden="true">
              <path d="M1 3.5H15M1 8H15M1 12.5H15" stroke="currentColor" stroke-width="1.5" />
            </svg>
          </summary>
          <nav aria-label={shell.menu}>
            <Groups frame={frame} words={words} place={place} deep={true} />
            <Languages frame={frame} />
          </nav>
        </details>
      </div>
      {group && placesOf(group).length > 1 && (
        <nav aria-label={shell.section} class="places wide">
          <div class="page">
            <Places frame={frame} words={words} place={place} group={group} />
          </div>
        </nav>
      )}
    </header>
  );
}
