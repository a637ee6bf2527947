/** The drawings of logbook and quality as they were looked at; a golden file opens in a browser as a picture. */
import { expect, test } from "vitest";
import { renderPage } from "../../../dashboards/server.tsx";
import { pageAt } from "../fixtures/pages.ts";

const draw = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};

function picture(html: string, pattern: RegExp): string {
  const symbols = [...html.matchAll(/<svg [^>]*class="defs">.*?<\/svg>(?=<a|<div)/gs)].map(([part]) => part);
  const parts = [...html.matchAll(pattern)].map(([part]) => part);
  const style = `<link rel="stylesheet" href="../../../dashboards/styles/main.css">`;
  const body = [...symbols, ...parts].join("").replaceAll("><", ">\n<");
  return `<!doctype html>\n<meta charset="utf-8">\n${style}\n${body}\n`;
}

test.each([
  ["logbook", "/journal", /<div class="plot .*?<\/svg><\/div>(?=<div|<\/div>)/gs],
  ["quality", "/qualite", /<div class="plot .*?<\/svg><\/div>(?=<div|<\/div>)/gs],
  ["concordance", "/qualite", /<div class="control">.*?<\/div>/gs],
])("the %s chart is drawn as it was looked at", async (name, path, pattern) => {
  await expect(picture(draw(path), pattern)).toMatchFileSnapshot(`../../golden/dashboards/${name}.html`);
});
