/** Golden pictures: the drawings of a page as a document that opens in a browser. */

/** One tag a line, with the style of the sources, so that a changed mark is one changed line. */
export function picture(html: string, parts: readonly string[]): string {
  const symbols = html.match(/<svg [^>]*class="defs">.*?<\/defs><\/svg>/s)?.[0] ?? "";
  const style = `<link rel="stylesheet" href="../../../dashboards/styles/main.css">`;
  const body = [symbols, ...parts].join("").replaceAll("><", ">\n<");
  return `<!doctype html>\n<meta charset="utf-8">\n${style}\n${body}\n`;
}

/** Every drawing of the charts of a page. */
export function plotsOf(html: string): string[] {
  return [...html.matchAll(/<div class="plot .*?<\/svg><\/div>(?=<div|<\/div>)/gs)].map(([plot]) => plot);
}
