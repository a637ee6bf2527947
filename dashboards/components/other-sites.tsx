/** The same screen of another site: real links, folded, so that no script is needed to change the site. */
import { PLACES, type Place, placePath } from "../../src/contract/places.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { pageHref } from "./links.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly place: Place;
  readonly site: string;
}

export function OtherSites({ frame, words, place, site }: Props) {
  const others = frame.sites.filter(({ id }) => id !== site);
  if (others.length === 0 || !PLACES[place].perSite) return null;
  return (
    <details class="filter push">
      <summary>{words.t.outlook.otherSite}</summary>
      <ul>
        {others.map((other) => (
          <li>
            <a href={pageHref(frame.lang, placePath(place, other.id))}>{named(other.name, words.lang)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
