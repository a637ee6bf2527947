import { expect, test } from "vitest";
import { renderPage } from "../../../dashboards/server.tsx";
import { LANGUAGES } from "../../../src/contract/screen.ts";
import { pageAt, SCREENS } from "../fixtures/pages.ts";
import { picture, plotsOf } from "../support/picture.ts";

const draw = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};

test.each([
  ["attendance", "/frequentation"],
  ["outlook", "/previsions/tank-1917"],
])("the %s chart is drawn as it was looked at", async (name, path) => {
  const html = draw(path);
  await expect(picture(html, plotsOf(html))).toMatchFileSnapshot(`../../golden/dashboards/${name}.html`);
});

test("the board and the growth rulers are drawn as they were looked at", async () => {
  const board = draw("/");
  const rows = board.match(/<section class="board">.*?<\/section>/s)?.[0] ?? "";
  const figures = draw("/frequentation").match(/<dl class="figs">.*?<\/dl>/s)?.[0] ?? "";
  await expect(picture(board, [rows, figures])).toMatchFileSnapshot("../../golden/dashboards/board.html");
});

test("the same reply gives the same bytes", () => {
  expect(draw("/")).toBe(draw("/"));
});

test("a page has no inline style, no inline script and nothing from elsewhere", () => {
  for (const lang of LANGUAGES) {
    for (const path of SCREENS) {
      const html = draw(lang === "fr" ? path : `/${lang}${path}`);
      expect(html).not.toMatch(/\sstyle=/);
      expect(html).not.toMatch(/<script(?![^>]*src=)/);
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
      expect(html).not.toMatch(/href="#?"/);
    }
  }
});

test("names from a territory file cannot become markup", () => {
  const { frame, screen } = pageAt(new URL("/", "http://localhost"));
  if (screen.kind !== "today") throw new Error("invalid fixture: a board is expected");
  const evil = { ...screen.board.territory, name: { fr: `<img src=x onerror="1">` } };
  const html = renderPage(frame, { kind: "today", board: { ...screen.board, territory: evil } });
  expect(html).not.toContain("<img");
});

test("every drawing says in words what it shows", () => {
  for (const path of SCREENS) {
    const labels = [...draw(path).matchAll(/<svg[^>]*role="img"[^>]*>/g)].map(([tag]) => tag);
    expect(labels.length).toBeGreaterThan(1);
    for (const tag of labels) expect(tag).toMatch(/aria-label="[^"]{8,}"/);
  }
});

test("the table twins hold every day and every site", () => {
  const rows = (html: string) =>
    html.match(/<tbody>.*?<\/tbody>/gs)?.map((body) => body.match(/<tr/g)?.length ?? 0);
  expect(rows(draw("/"))).toEqual([7]);
  expect(rows(draw("/frequentation"))).toEqual([58]);
  expect(rows(draw("/previsions/tank-1917"))).toEqual([7, 14, 29]);
});
