/** Geometry of a Sankey from origins to sites. x in percent of the width, y in pixels, so that one drawing serves every
 *  width of its form. Pure. */
import { sankey } from "d3-sankey";
import { short } from "./plot.tsx";

/** Either end. `count` is written beside the name: the whole number, also of what is not drawn. */
interface SankeyName {
  readonly id: string;
  readonly name: string;
  readonly count: string;
}

export interface SankeyInput {
  readonly from: readonly SankeyName[];
  readonly to: readonly SankeyName[];
  readonly links: readonly { readonly from: string; readonly to: string; readonly people: number }[];
  /** Percent at which the two columns stand. */
  readonly left: number;
  readonly right: number;
  /** Air between nodes, pixels: a label must fit beside the thinnest. */
  readonly gap: number;
}

export interface SankeyNode {
  readonly name: string;
  readonly count: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface SankeyLayout {
  readonly height: number;
  readonly from: readonly SankeyNode[];
  readonly to: readonly SankeyNode[];
  /** Closed paths, largest first. */
  readonly links: readonly string[];
}

/** Width of a column, percent. */
const COLUMN = 1;
/** Pixels that a node takes beside the air around it, on average. */
const ROW = 24;

export function layoutSankey({ from, to, links, left, right, gap }: SankeyInput): SankeyLayout {
  const drawn = links.filter(({ people }) => people > 0);
  const sources = from.filter(({ id }) => drawn.some((link) => link.from === id));
  const targets = to.filter(({ id }) => drawn.some((link) => link.to === id));
  const height = (ROW + gap) * Math.max(3, sources.length, targets.length);
  if (drawn.length === 0) return { height, from: [], to: [], links: [] };
  const graph = sankey<SankeyName, { people: number }>()
    .nodeId(({ id }) => id)
    .nodeSort(null)
    .nodeWidth(COLUMN)
    .nodePadding(gap)
    .extent([
      [left, 8],
      [right, height - 8],
    ])({
    nodes: [
      ...sources.map((one) => ({ ...one, id: `from ${one.id}` })),
      ...targets.map((one) => ({ ...one, id: `to ${one.id}` })),
    ],
    links: drawn.map((link) => ({
      source: `from ${link.from}`,
      target: `to ${link.to}`,
      value: link.people,
      people: link.people,
    })),
  });
  const nodes = graph.nodes.map(({ name, count, x0 = 0, y0 = 0, y1 = 0 }) => {
    return { name, count, x: x0, top: y0, bottom: y1 };
  });
  const paths = [...graph.links]
    .sort((a, b) => b.value - a.value)
    .map(({ y0 = 0, y1 = 0, width = 0 }) =>
      ribbon(left + COLUMN, y0, right - COLUMN, y1, Math.max(1, width)),
    );
  return { height, from: nodes.slice(0, sources.length), to: nodes.slice(sources.length), links: paths };
}

function ribbon(x0: number, y0: number, x1: number, y1: number, width: number): string {
  const half = width / 2;
  const middle = short((x0 + x1) / 2);
  const [a, b] = [short(x0), short(x1)];
  return (
    `M${a} ${short(y0 - half)}C${middle} ${short(y0 - half)} ${middle} ${short(y1 - half)} ${b} ${short(y1 - half)}` +
    `V${short(y1 + half)}C${middle} ${short(y1 + half)} ${middle} ${short(y0 + half)} ${a} ${short(y0 + half)}Z`
  );
}
