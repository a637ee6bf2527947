/** The same screen for another site: real links, folded, so that no script is needed. */
import { type Place, placePath } from "../../src/contract/places.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { named, type Words } from "../i18n/catalog.ts";
import { pageHref } from "./links.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly place: Place;
  readonly site: string;
  readonly sites: Frame["sites"];
}

export function OtherSites({ frame, words, place, site, sites }: Props) {
  const others = sites.filter(({ id }) => id !== site);
  if (others.length === 0) return null;
  return (
    <details class="filter push">
      <summary>{words.t.outlook.otherSite}</summary>
      <ul>
        {others.map(({ id, name }) => (
          <li>
            <a href={pageHref(frame.lang, placePath(place, id))}>{named(name, words.lang)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
