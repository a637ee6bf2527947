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

/** @param html a page as `renderPage` gives it. @param n from 1 */
export const renderPicture: RenderPicture = (html, n) => {
  const figure = html
    .split(/<figure[^>]*>/)
    .map((part) => part.split("</figure>")[0] ?? "")
    .filter((part) => part.includes('class="dl pic"'))[n - 1];
  const drawing = figure && wholeSvg(figure);
  if (!drawing) return null;
  const { open, inner } = drawing;
  const size = sizeOf(open);
  const symbols = [...html.matchAll(/<svg [^>]*class="defs">(.*?)<\/svg>/gs)]
    .map((found) => found[1])
    .join("");
  const title = textOf(figure, /<h2[^>]*>(.*?)<\/h2>/s);
  const when = textOf(html, /<div class="when"><b>(.*?)<\/b>/s);
  const office = textOf(html, /<p class="who">(.*?)<\/p>/s);
  const id = textOf(html, /<code>(.*?)<\/code>/s);
  const label = open.match(/aria-label="([^"]*)"/)?.[1] ?? title;
  const left = MARGIN + (figure.includes('class="plot') ? AXIS : 0);
  const height = HEAD + size.height + FOOT;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">`,
    `<style>${PICTURE_STYLE}</style>${symbols}`,
    `<rect width="100%" height="100%" class="f-bg"/>`,
    `<text x="${MARGIN}" y="40" class="pic-title">${title}</text>`,
    `<text x="${MARGIN}" y="60">${when}</text>`,
    `<svg x="${left}" y="${HEAD}" width="${WIDTH - MARGIN - left}" height="${size.height}" overflow="visible"${size.viewBox}>${inner}</svg>`,
    `<text x="${MARGIN}" y="${height - 20}">${[office, id, "Beffroi"].filter(Boolean).join(" · ")}</text>`,
    `</svg>\n`,
  ].join("\n");
  return { svg, style: PICTURE_STYLE } satisfies Picture;
};

/** The first drawing of a chart, which is the wide one, up to its own end tag. */
function wholeSvg(html: string): { readonly open: string; readonly inner: string } | null {
  const start = html.search(/<svg [^>]*role="img"/);
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
