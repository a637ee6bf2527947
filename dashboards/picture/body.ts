/** What stands in a picture between title and key: one drawing, or rows that share a scale. */
import { type Body, boardBody } from "./board.ts";
import { attribute, type Drawing, drawingIn, textOf } from "./cut.ts";
import { textAt } from "./text.ts";

/** Room for the figures of a value axis. */
const AXIS = 40;
/** Rows of a list: height of each, where their drawings begin, and the height of these. */
const ROW = 44;
const DOTS = 328;
const DOT_ROW = 40;

/** Drawings are stretched to this width, but for those that have their own. */
const WIDE = 1216;
/** Titles and keys need so much. */
const LEAST = 640;

/** @param figure what stands inside the element; null = there is nothing drawn in it */
export function bodyOf(figure: string): Body | null {
  return boardBody(figure) ?? ranksBody(figure) ?? plotBody(figure);
}

/** A chart of one drawing. */
function plotBody(figure: string): Body | null {
  const found = drawingIn(figure);
  if (!found) return null;
  const left = /class="(?:plot(?! [a-z]+ bare)|control)/.test(figure) ? AXIS : 0;
  const width = Math.max(LEAST, Number(attribute(found.open, "width")) || WIDE);
  const size = sizeOf(found.open, width);
  return {
    drawing: `<svg x="${left}" width="${width - left}" height="${size.height}" overflow="visible"${size.viewBox}>${found.inner}</svg>`,
    width,
    height: size.height,
    label: attribute(found.open, "aria-label"),
  };
}

/** Height as drawn; a drawing that scales as a whole keeps its proportions at the width of the picture. */
function sizeOf(open: string, width: number): { readonly height: number; readonly viewBox: string } {
  const box = attribute(open, "viewBox");
  const fixed = Number(attribute(open, "height"));
  if (box === null) return { height: fixed, viewBox: "" };
  const [, , across = 1, down = 1] = box.split(/[\s,]+/).map(Number);
  return { height: fixed || Math.round((width * down) / across), viewBox: ` viewBox="${box}"` };
}

/** Rows that share a scale: name, figure and a small drawing each, with the axis over them. */
function ranksBody(figure: string): Body | null {
  if (!figure.includes('class="ranks"')) return null;
  const [head = "", ...rows] = figure.split("<li>");
  const at = (y: number, drawing: Drawing | null) =>
    drawing
      ? `<svg x="${DOTS}" y="${y}" width="${WIDE - DOTS}" height="${DOT_ROW}" overflow="visible">${drawing.inner}</svg>`
      : "";
  const drawn = rows.map((row, i) => {
    const y = 24 + i * ROW;
    const name = textAt(0, y + 25, textOf(row, /<h3>(.*?)<\/h3>/s), "b t14");
    const value = textAt(DOTS - 24, y + 25, textOf(row, /<b class="rate">(.*?)<\/b>/s), "b t14 e");
    return name + value + at(y, drawingIn(row));
  });
  const axis = at(0, drawingIn(head, /<svg [^>]*class="dots"/));
  return { drawing: axis + drawn.join(""), width: WIDE, height: 24 + rows.length * ROW, label: null };
}
