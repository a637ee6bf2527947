/** A chart taken out of a drawn page as a picture of its own: finding on top, source beneath, colours and hatches inside,
 *  so that it can go into a report. Always light: paper is white. */
import type { Picture, RenderPicture } from "../src/contract/screen.ts";
import { PICTURE_STYLE } from "./picture-style.ts";

/** CSS pixels. A chart is drawn for plots of 1176 with 40 for the figures of its axis. */
const WIDTH = 1280;
const MARGIN = 32;
const AXIS = 40;
const HEAD = 72;
const FOOT = 48;
/** Rows of a list: height of each, and where their drawings begin. */
const ROW = 44;
const DOTS = 360;

/** @param html a page as `renderPage` gives it. @param n from 1 */
export const renderPicture: RenderPicture = (html, n) => {
  const figure = html
    .split(/<figure[^>]*>/)
    .map((part) => part.split("</figure>")[0] ?? "")
    .filter((part) => part.includes('class="dl pic"'))[n - 1];
  const body = figure && (bodyOfRows(figure) ?? bodyOfPlot(figure));
  if (!body) return null;
  const symbols = [...html.matchAll(/<svg [^>]*class="defs">(.*?)<\/svg>/gs)]
    .map((found) => found[1])
    .join("");
  const title = textOf(figure, /<h2[^>]*>(.*?)<\/h2>/s);
  const when = textOf(html, /<div class="when"><b>(.*?)<\/b>/s);
  const office = textOf(html, /<p class="who">(.*?)<\/p>/s);
  const id = textOf(html, /<code>(.*?)<\/code>/s);
  const height = HEAD + body.height + FOOT;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${body.label ?? title}">`,
    `<style>${PICTURE_STYLE}</style>${symbols}`,
    `<rect width="100%" height="100%" class="f-bg"/>`,
    `<text x="${MARGIN}" y="40" class="pic-title">${title}</text>`,
    `<text x="${MARGIN}" y="60">${when}</text>`,
    body.drawing,
    `<text x="${MARGIN}" y="${height - 20}">${[office, id, "Beffroi"].filter(Boolean).join(" · ")}</text>`,
    `</svg>\n`,
  ].join("\n");
  return { svg, style: PICTURE_STYLE } satisfies Picture;
};

/** What stands between the title and the source. */
interface Body {
  readonly drawing: string;
  readonly height: number;
  /** What it shows, in words; null = the title says it. */
  readonly label: string | null;
}

/** A chart of one drawing. */
function bodyOfPlot(figure: string): Body | null {
  const found = wholeSvg(figure);
  if (!found) return null;
  const size = sizeOf(found.open);
  const left = MARGIN + (figure.includes('class="plot') ? AXIS : 0);
  return {
    drawing: `<svg x="${left}" y="${HEAD}" width="${WIDTH - MARGIN - left}" height="${size.height}" overflow="visible"${size.viewBox}>${found.inner}</svg>`,
    height: size.height,
    label: found.open.match(/aria-label="([^"]*)"/)?.[1] ?? null,
  };
}

/** Rows that share a scale: name, figure and a small drawing each, with the axis over them. */
function bodyOfRows(figure: string): Body | null {
  if (!figure.includes('class="ranks"')) return null;
  const [head = "", ...rows] = figure.split("<li>");
  const axis = wholeSvg(head, /<svg [^>]*class="dots"/);
  const at = (y: number, svg: { readonly inner: string } | null) =>
    svg
      ? `<svg x="${DOTS}" y="${y}" width="${WIDTH - 2 * MARGIN - DOTS}" height="40" overflow="visible">${svg.inner}</svg>`
      : "";
  const drawn = rows.map((row, i) => {
    const y = HEAD + 24 + i * ROW;
    const name = textOf(row, /<h3>(.*?)<\/h3>/s);
    const value = textOf(row, /<b class="rate">(.*?)<\/b>/s);
    return `<text x="${MARGIN}" y="${y + 25}" class="b t14">${name}</text><text x="${DOTS - 24}" y="${y + 25}" class="b t14 e">${value}</text>${at(y, wholeSvg(row))}`;
  });
  return { drawing: at(HEAD, axis) + drawn.join(""), height: 24 + rows.length * ROW, label: null };
}

/** The first drawing of a chart, which is the wide one, up to its own end tag. */
function wholeSvg(
  html: string,
  tag = /<svg [^>]*role="img"/,
): { readonly open: string; readonly inner: string } | null {
  const start = html.search(tag);
  if (start < 0) return null;
  let depth = 0;
  for (const tag of html.slice(start).matchAll(/<svg[\s>]|<\/svg>/g)) {
    depth += tag[0] === "</svg>" ? -1 : 1;
    if (depth > 0) continue;
    const whole = html.slice(start, start + tag.index);
    const end = whole.indexOf(">") + 1;
    return { open: whole.slice(0, end), inner: whole.slice(end) };
  }
  return null;
}

/** Height as drawn; a drawing that scales as a whole keeps its proportions at the width of the picture. */
function sizeOf(open: string): { readonly height: number; readonly viewBox: string } {
  const box = open.match(/viewBox="([^"]*)"/)?.[1];
  const fixed = Number(open.match(/\sheight="([\d.]+)"/)?.[1]);
  const [, , width = 1, height = 1] = box?.split(/[\s,]+/).map(Number) ?? [];
  if (!box) return { height: fixed, viewBox: "" };
  return {
    height: fixed || Math.round(((WIDTH - 2 * MARGIN) * height) / width),
    viewBox: ` viewBox="${box}"`,
  };
}

/** Text of an element without its inner tags. */
function textOf(html: string, pattern: RegExp): string {
  return (html.match(pattern)?.[1] ?? "").replace(/<[^>]*>/g, "");
}
