/** Every page of the service by heading, from the table of screens. */
import { DOCUMENTS } from "../../src/contract/documents.ts";
import { GROUPS, PLACES, placePath, placesOf } from "../../src/contract/places.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { named, type Words } from "../i18n/catalog.ts";
import type { Block } from "./block.ts";

/** Above this many sites each screen of theirs is one link. */
const MOST_SITES = 12;

export function siteMap(frame: Frame, { lang, t }: Words): Block[] {
  const { places, groups } = t.shell;
  const screens = GROUPS.filter((group) => placesOf(group).length > 0).map((group) => ({
    title: groups[group],
    links: placesOf(group).flatMap((place) =>
      PLACES[place].perSite && frame.sites.length <= MOST_SITES
        ? frame.sites.map(({ id, name }) => ({
            text: `${places[place]}, ${named(name, lang)}`,
            href: placePath(place, id),
          }))
        : // Leads to the first site's, whose page leads to the others.
          [{ text: places[place], href: placePath(place, null) }],
    ),
  }));
  const { names, about, api } = t.documents;
  return [
    ...screens,
    {
      title: about,
      links: [
        ...Object.entries(DOCUMENTS).flatMap(([name, href]) =>
          Object.entries(names).flatMap(([key, text]) => (key === name ? [{ text, href }] : [])),
        ),
        { text: api, href: "/docs" },
      ],
    },
  ];
}
