/** Calendar, grid of hours and dot plot as they were looked at; a golden file opens in a browser as a picture. */
import { expect, test } from "vitest";
import { renderPage } from "../../../dashboards/server.tsx";
import { pageAt } from "../fixtures/pages.ts";

const draw = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};

function picture(html: string, parts: readonly (string | undefined)[]): string {
  const symbols = html.match(/<svg [^>]*class="defs">.*?<\/defs><\/svg>/s)?.[0] ?? "";
  const style = `<link rel="stylesheet" href="../../../dashboards/styles/main.css">`;
  const body = [symbols, ...parts].join("").replaceAll("><", ">\n<");
  return `<!doctype html>\n<meta charset="utf-8">\n${style}\n${body}\n`;
}

test("the calendar and the grid of hours are drawn as they were looked at", async () => {
  const html = draw("/calendrier");
  const parts = [...html.matchAll(/<div class="chart".*?<\/svg><\/div>(?=<\/div>)/gs)].map(([part]) => part);
  await expect(picture(html, parts)).toMatchFileSnapshot("../../golden/dashboards/calendar.html");
});

test("the comparison is drawn as it was looked at", async () => {
  const html = draw("/comparer");
  const parts = [
    html.match(/<div class="ranks">.*?<\/ol><\/div>/s)?.[0],
    html.match(/<dl class="figs">.*?<\/dl>/s)?.[0],
  ];
  await expect(picture(html, parts)).toMatchFileSnapshot("../../golden/dashboards/comparison.html");
});
