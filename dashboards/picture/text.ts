/** Text in a picture: an SVG does not break lines, so they are broken here. */
import { textWidth } from "../charts/text-width.ts";

/** Lines no wider than `width` pixels at a font size; a word that is wider stands alone. Breaks at plain spaces only.
 *  @param text escaped */
export function linesOf(text: string, width: number, size = 12): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Letters of the font that stands in where none of the page's is there are up to an eighth wider. */
const SPARE = 1.125;

/** Pixels that an escaped text takes at most. */
export function widthOf(text: string, size = 12, bold = false): number {
  return SPARE * textWidth(text.replace(/&\w+;/g, "&"), size, bold);
}

/** One text element.  @param style names of classes */
export function textAt(x: number, y: number, text: string, style = ""): string {
  return text && `<text x="${x}" y="${y}"${style && ` class="${style}"`}>${text}</text>`;
}

/** Lines under one another, the first one's baseline at `y`. */
export function linesAt(x: number, y: number, lines: readonly string[], step = 16, style = ""): string {
  return lines.map((line, i) => textAt(x, y + i * step, line, style)).join("");
}
