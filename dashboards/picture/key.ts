/** The reading key of a chart in a picture: swatch and words one after the other, in as many lines as they need. */
import { attribute, drawingIn, textOf } from "./cut.ts";
import { textAt, widthOf } from "./text.ts";

const LINE = 24;
const SWATCH = 32;
/** Swatches that are cells of the chart. */
const CELL = 20;

/** @param html a key, and what follows it; without a key nothing is drawn. */
export function keyOf(html: string, width: number): { readonly drawing: string; readonly height: number } {
  const key = html.match(/<ul class="key"[^>]*>(.*?)<\/ul>/s)?.[1];
  if (!key) return { drawing: "", height: 0 };
  let x = 0;
  let y = 0;
  const items = key
    .split(/<li[^>]*>/)
    .slice(1)
    .map((item) => {
      const swatch = drawingIn(item, /<svg[\s>]/);
      const text = textOf(item.slice(item.lastIndexOf("</svg>")), /(.*)/s);
      const wide = swatch ? swatchWidth(swatch.open) : 0;
      const taken = wide + 8 + Math.ceil(widthOf(text));
      if (x > 0 && x + taken > width) {
        x = 0;
        y += LINE;
      }
      const at = `<g transform="translate(${x} ${y})">${swatch ? swatchAt(swatch, wide) : ""}${textAt(wide + 8, 12, text)}</g>`;
      x += taken + 24;
      return at;
    });
  return { drawing: items.join(""), height: y + LINE };
}

function swatchWidth(open: string): number {
  const fixed = Number(attribute(open, "width"));
  return fixed || (attribute(open, "viewBox") ? CELL : SWATCH);
}

function swatchAt({ open, inner }: { readonly open: string; readonly inner: string }, width: number): string {
  const kept = ["viewBox", "preserveAspectRatio", "class"]
    .map((name) => [name, attribute(open, name)])
    .map(([name, value]) => (value ? ` ${name}="${value}"` : ""));
  return `<svg width="${width}" height="${Number(attribute(open, "height")) || 16}"${kept.join("")}>${inner}</svg>`;
}
