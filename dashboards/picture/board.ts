/** The rows of the board as one drawing: site, state, count, bullet, seven days, in the columns of the wide screen. */
import { attribute, drawingIn, textOf } from "./cut.ts";
import { linesAt, linesOf, textAt, widthOf } from "./text.ts";

/** What stands between title and key of a picture, laid out from x = 0, y = 0; pixels. */
export interface Body {
  readonly drawing: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, in words; null = the title says it. */
  readonly label: string | null;
}

/** Pixels from the left edge; those of board.css at 1216. */
const AT = { state: 232, count: 464, bullet: 480, days: 768 };
const DAY = 64;
const WIDE = AT.days + 7 * DAY;
const HEAD = 44;
const ICON = 28;

/** Null where the figure is no board. */
export function boardBody(figure: string): Body | null {
  if (!figure.includes('class="board"')) return null;
  const board = figure.split("</section>")[0] ?? "";
  const [head = "", ...rows] = board.split(/(?=<div class="row[ "])/);
  let y = HEAD;
  const drawn = rows.map((row) => {
    const { drawing, height } = rowOf(row);
    const at = `<g transform="translate(0 ${y})">${drawing}</g>`;
    y += height;
    return at;
  });
  return { drawing: headOf(head) + drawn.join(""), width: WIDE, height: y, label: null };
}

const rule = (y: number, style: string, width = 1) =>
  `<path d="M0 ${y}H${WIDE}" class="${style}" stroke-width="${width}"/>`;

/** Heads of the columns, bold; the scale of the bullets under theirs. */
function headOf(head: string): string {
  const [, site = "", state = "", visits = "", bullets = "", days = ""] = head
    .split(/<div(?: [^>]*)?>/)
    .slice(1);
  const bold = (html: string) => textOf(html, /<b>(.*?)<\/b>/s);
  const scale = textOf(bullets, /<\/b>(.*?)<\/div>/s);
  const named = [...days.matchAll(/<span( class="we")?>(.*?)<\/span>/gs)].map(([, weekend, text = ""], i) => {
    const x = AT.days + i * DAY;
    const shade = weekend ? `<rect x="${x}" width="${DAY}" height="${HEAD}" class="f-we"/>` : "";
    return shade + textAt(x + DAY / 2, 36, textOf(text, /(.*)/s), "m");
  });
  return [
    ...named,
    rule(0, "l-ink", 4),
    rule(HEAD, "l-rule"),
    textAt(0, 36, bold(site), "b t14"),
    textAt(AT.state, 36, bold(state), "b t14"),
    textAt(AT.count, 36, bold(visits), "b t14 e"),
    textAt(AT.bullet, scale ? 20 : 36, bold(bullets), "b t14"),
    textAt(AT.bullet, 36, scale),
  ].join("");
}

/** One row from y = 0, as tall as its notes ask for. */
function rowOf(html: string): { readonly drawing: string; readonly height: number } {
  const quiet = /^<div class="row[^"]*quiet/.test(html);
  const cells = new Map(
    html
      .split(/(?=<div class="(?:name|st8|cnt|bul|d7))/)
      .map((cell) => [cell.match(/class="(\w+)/)?.[1], cell]),
  );
  const cell = (name: string) => cells.get(name) ?? "";
  const notes = (name: string, width: number) =>
    [...cell(name).matchAll(/<p class="note[^>]*>(.*?)<\/p>/gs)].flatMap(([whole]) =>
      linesOf(textOf(whole, /(.*)/s), width),
    );
  const name = linesOf(textOf(cell("name"), /<h3>(.*?)<\/h3>/s), AT.state - 16, 17);
  const place = notes("name", AT.state - 16);
  const state = notes("st8", AT.count - AT.state - ICON - 64);
  const bullet = notes("bul", AT.days - AT.bullet - 24);
  const below = Math.max(
    18 + 20 * name.length + 16 * place.length,
    40 + 16 * state.length,
    48 + 16 * bullet.length,
  );
  const height = Math.max(quiet ? 64 : 88, below + 8);
  const drawing = [
    linesAt(0, 30, name, 20, "b t16"),
    linesAt(0, 28 + 20 * name.length, place),
    stateOf(cell("st8")),
    linesAt(AT.state + ICON, 48, state),
    countOf(cell("cnt")),
    bulletOf(cell("bul")),
    linesAt(AT.bullet, 58, bullet),
    daysOf(cell("d7"), height, quiet ? 52 : 76),
    rule(height, html.startsWith('<div class="row all') ? "l-ink" : "l-rule"),
  ];
  return { drawing: drawing.join(""), height };
}

/** Icon and word; a word that calls for somebody stands on its own ground. */
function stateOf(cell: string): string {
  const icon = cell.match(/<use href="([^"]*)"/)?.[1];
  const word = textOf(cell, /<b[^>]*>(.*?)<\/b>/s);
  const x = AT.state + ICON;
  const text = textAt(x, 30, word, "b t14");
  const alarm = `<rect x="${x - 6}" y="16" width="${Math.ceil(widthOf(word, 14, true)) + 12}" height="20" class="f-amb"/>`;
  return [
    icon ? `<use href="${icon}" x="${AT.state}" y="18" width="16" height="16"/>` : "",
    cell.includes('class="al"') ? `${alarm}<g class="flag">${text}</g>` : text,
  ].join("");
}

function countOf(cell: string): string {
  const missing = drawingIn(cell);
  if (missing) return `<svg x="${AT.count - 40}" y="14" width="40" height="32">${missing.inner}</svg>`;
  return textAt(AT.count, 40, textOf(cell, /<div[^>]*>(.*?)<\/div>/s), "b t24 e");
}

function bulletOf(cell: string): string {
  const found = drawingIn(cell);
  if (!found) return "";
  return `<svg x="${AT.bullet}" y="16" width="${AT.days - 32 - AT.bullet}" height="24" overflow="visible">${found.inner}</svg>`;
}

/** Seven bands with their ranges under them; days that are closed in a row share one word. */
function daysOf(cell: string, height: number, baseline: number): string {
  const found = drawingIn(cell);
  if (!found) return "";
  let at = 0;
  const texts = [...cell.matchAll(/(<span [^>]*>)(.*?)<\/span>/gs)].map(([, open = "", text = ""]) => {
    const long = Number(attribute(open, "class")?.match(/c(\d)/)?.[1] ?? 1);
    const x = AT.days + (at + long / 2) * DAY;
    at += long;
    return textAt(x, baseline, textOf(text, /(.*)/s), open.includes('class="q') ? "m" : "m s");
  });
  return `<svg x="${AT.days}" width="${7 * DAY}" height="${height}">${found.inner.replace(/<text[^>]*class="m dl".*?<\/text>/gs, "")}</svg>${texts.join("")}`;
}
