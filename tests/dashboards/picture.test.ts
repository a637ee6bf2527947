import { expect, test } from "vitest";
import { renderPage, renderPicture } from "../../dashboards/server.tsx";
import { pageAt, SCREENS } from "./fixtures/pages.ts";

const draw = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};
const charts = (html: string) => html.match(/class="dl pic"/g)?.length ?? 0;

test("each chart of each screen is a file that stands alone and is well-formed", () => {
  for (const path of SCREENS) {
    const html = draw(path);
    for (let n = 1; n <= charts(html); n++) {
      const svg = renderPicture(html, n)?.svg ?? "";
      expect(svg, `${path} ${n}`).toMatch(
        /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1280" height="\d+"/,
      );
      expect(unbalanced(svg), `${path} ${n}`).toEqual([]);
      expect(svg).not.toMatch(/(?:href|src)="(?!#)/);
      for (const [, id = ""] of svg.matchAll(/(?:href="#|url\(#)([\w-]+)/g))
        expect(svg).toContain(`id="${id}"`);
    }
    expect(renderPicture(html, charts(html) + 1)).toBeNull();
    expect(renderPicture(html, Number.NaN)).toBeNull();
  }
});

test("a picture says what it shows, since when, and where its figure comes from", () => {
  const picture = renderPicture(draw("/frequentation"), 1);
  expect(picture?.svg).toContain("Office de tourisme du Cambrésis · ");
  expect(picture?.svg).toMatch(/class="pic-title">[^<]{10,}</);
  expect(picture?.svg).toContain(picture?.style);
  expect(picture?.style).toContain("--acc: #006c58");
  expect(picture?.style).not.toContain("#4fd0af");
});

test("a page names its charts' files with what was asked", () => {
  expect(draw("/en/frequentation?case=full")).toContain('href="/en/frequentation.svg?case=full"');
});

/** Tags left open or closed out of turn. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, end, name = "", self] of xml
    .replace(/<style>.*?<\/style>/s, "")
    .matchAll(/<(\/?)([\w-]+)(?:\s[^>]*?)?(\/?)>/g)) {
    if (self) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return [...open, `/${name}`];
  }
  return open;
}
