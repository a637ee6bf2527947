/** Weight of each screen of this build as a table; nothing where nobody measured it. */
import { BUDGET, type Measured } from "../../src/contract/documents.ts";
import { PLACES, type Place } from "../../src/contract/places.ts";
import type { Words } from "../i18n/catalog.ts";
import type { Block } from "./block.ts";

export function weights(measured: Measured | null, { f, t }: Words): Block[] {
  const { documents, shell } = t;
  if (!measured) return [{ title: documents.weights, lines: [documents.notMeasured] }];
  const nameOf = (path: string) => {
    const found = Object.entries(PLACES).find(([, place]) =>
      place.perSite ? path.startsWith(`${place.path}/`) : place.path === path,
    );
    return found && isPlace(found[0]) ? shell.places[found[0]] : path;
  };
  return [
    {
      title: documents.weights,
      lines: [
        documents.measuredOn(
          f.long(measured.day),
          f.year(measured.day),
          f.decimal(measured.files / 1000),
          f.int(measured.requests),
        ),
      ],
      table: {
        caption: documents.weights,
        head: documents.weightHead,
        rows: [
          ...measured.pages.map(({ path, bytes, elements }) => [
            nameOf(path),
            f.decimal((bytes + measured.files) / 1000),
            f.int(elements),
          ]),
          [documents.limit, f.int(BUDGET.kilobytes), f.int(BUDGET.elements)],
        ],
      },
    },
  ];
}

function isPlace(name: string): name is Place {
  return name in PLACES;
}
