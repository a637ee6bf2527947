/** A chart taken out of a drawn page as a picture of its own: finding on top, then what is counted, the chart, its key
 *  and the source; colours and hatches inside, so that it can go into a report. Always light: paper is white. */
import type { Picture, RenderPicture } from "../../src/contract/screen.ts";
import { bodyOf } from "./body.ts";
import { asXml, textOf } from "./cut.ts";
import { keyOf } from "./key.ts";
import { styleFor } from "./style.ts";
import { linesAt, linesOf, textAt } from "./text.ts";

/** CSS pixels around everything. */
const MARGIN = 32;

/** @param html a page as `renderPage` gives it. @param n from 1. @param colours of the territory, where it has its own */
export const renderPicture: RenderPicture = (html, n, colours = {}) => {
  const part = html.split(/<figure[^>]*>/).filter((part) => inFigure(part).includes('class="dl pic"'))[n - 1];
  const figure = inFigure(part ?? "");
  const body = bodyOf(figure);
  if (!part || !body) return null;
  // The board has no title to be seen on its page: the answer above it says what is found.
  const title =
    textOf(figure, /<h2(?! class="vh")[^>]*>(.*?)<\/h2>/s) || textOf(html, /<h1>(.*?)(?:<span|<\/h1>)/s);
  const titles = linesOf(title, body.width, 21);
  const subs = linesOf([whenOf(html), subOf(figure)].filter(Boolean).join(" · "), body.width, 14);
  const key = keyOf(part, body.width);
  const top = 40 + 26 * (titles.length - 1);
  const bodyAt = top + 24 + 20 * (subs.length - 1) + 24;
  const keyAt = bodyAt + body.height + 16;
  const width = body.width + 2 * MARGIN;
  const height = keyAt + key.height + 40;
  const drawn = asXml(
    [
      ...[...html.matchAll(/<svg [^>]*class="defs">(.*?)<\/svg>/gs)].map((found) => found[1]),
      `<rect width="${width}" height="${height}" class="f-bg"/>`,
      linesAt(MARGIN, 40, titles, 26, "pic-title"),
      linesAt(MARGIN, top + 24, subs, 20, "t14"),
      `<g transform="translate(${MARGIN} ${bodyAt})">${body.drawing}</g>`,
      `<g transform="translate(${MARGIN} ${keyAt})">${key.drawing}</g>`,
      textAt(MARGIN, height - 20, sourceOf(html)),
    ].join("\n"),
  );
  const style = styleFor(drawn, colours);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${body.label ?? title}">`,
    `<style>${style}</style>`,
    drawn,
    `</svg>\n`,
  ].join("\n");
  return { svg, style } satisfies Picture;
};

const inFigure = (part: string) => (part.includes("</figure>") ? (part.split("</figure>")[0] ?? "") : "");

/** The line over the answer: what the page is about, and since when. */
function whenOf(html: string): string {
  const line = html.match(/<div class="when">(<b>.*?<\/b>(?:<span>.*?<\/span>)*)/s)?.[1] ?? "";
  return [...line.matchAll(/<(b|span)>(.*?)<\/\1>/gs)].map(([whole]) => textOf(whole, /(.*)/s)).join(" · ");
}

/** What is counted; links to other views lead nowhere from a picture. */
function subOf(figure: string): string {
  const sub = figure.match(/<p class="sub">.*?<\/p>/s)?.[0].replace(/<a [^>]*>.*?<\/a>/gs, "") ?? "";
  return textOf(sub, /(.*)/s).replace(/(?:\s*·)+$/, "");
}

/** Office, figure and program; that the data are made up, where they are. */
function sourceOf(html: string): string {
  const parts = [
    textOf(html, /<p class="who">(.*?)<\/p>/s),
    textOf(html, /<code>(.*?)<\/code>/s),
    "Beffroi",
    textOf(html, /<footer[^>]*><div>(<b>.*?<\/b>)/s),
  ];
  return parts.filter(Boolean).join(" · ");
}
