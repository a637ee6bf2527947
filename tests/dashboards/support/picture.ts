/** Golden drawings: a file that opens in a browser as a picture, with the style of the sources; one tag a line, so that a
 *  changed mark is one changed line. */

/** Drawings of a page, both forms. */
export function plots(html: string): string[] {
  return [...html.matchAll(/<div class="plot .*?<\/svg><\/div>(?=<div|<\/div>)/gs)].map(([plot]) => plot);
}

/** The document that shows parts of a page. */
export function picture(html: string, parts: readonly string[]): string {
  const symbols = html.match(/<svg [^>]*class="defs">.*?<\/defs><\/svg>/s)?.[0] ?? "";
  const style = `<link rel="stylesheet" href="../../../dashboards/styles/main.css">`;
  const body = [symbols, ...parts].join("").replaceAll("><", ">\n<");
  return `<!doctype html>\n<meta charset="utf-8">\n${style}\n${body}\n`;
}
