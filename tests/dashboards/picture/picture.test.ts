import { expect, test } from "vitest";
import { renderPage, renderPicture } from "../../../dashboards/server.tsx";
import { pageAt, SCREENS } from "../fixtures/pages.ts";

const draw = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};
const charts = (html: string) => html.match(/class="dl pic"/g)?.length ?? 0;
const svgOf = (path: string, n = 1) => renderPicture(draw(path), n)?.svg ?? "";
const wordsOf = (svg: string) =>
  svg
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/[\u00a0\u202f]/g, " ");

test("each chart of each screen is a file that stands alone and is well-formed", () => {
  for (const path of SCREENS) {
    const html = draw(path);
    for (let n = 1; n <= charts(html); n++) {
      const svg = renderPicture(html, n)?.svg ?? "";
      expect(svg, `${path} ${n}`).toMatch(
        /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+"/,
      );
      expect(unbalanced(svg), `${path} ${n}`).toEqual([]);
      expect(svg.match(/<[a-z](?:[^<>"]|"[^"]*")*\s[\w:-]+(?=[\s/>])(?:[^<>"]|"[^"]*")*>/g) ?? []).toEqual(
        [],
      );
      expect(svg).not.toMatch(/(?:href|src)="(?!#)/);
      for (const [, id = ""] of svg.matchAll(/(?:href="#|url\(#)([\w-]+)/g))
        expect(svg).toContain(`id="${id}"`);
    }
    expect(renderPicture(html, charts(html) + 1)).toBeNull();
    expect(renderPicture(html, Number.NaN)).toBeNull();
  }
});

test("a picture says what it shows, of when, how it is read, where its figure comes from, and that it is made up", () => {
  const words = wordsOf(svgOf("/frequentation"));
  expect(words).toContain("Vacances de la Toussaint : les trois quarts de la hausse");
  expect(words).toContain(
    "Du 28 septembre au 24 novembre 2026 · Les 6 sites, 58 jours · provisoire à partir du 23 novembre · Visites par jour.",
  );
  expect(words).toContain("2025, jours comparables");
  expect(words).toContain("Office de tourisme du Cambrésis · BF·26W48·Q4TR · Beffroi · Données simulées");
});

test("what only a page can do is left out of a picture: links, and words for a phone", () => {
  expect(wordsOf(svgOf("/effectifs/tank-1917"))).not.toContain("semaine suivante");
  expect(svgOf("/")).not.toContain('class="m dl"');
});

test("the board is a picture of its rows: site, state, count, range and days, with the answer as its title", () => {
  const words = wordsOf(svgOf("/")).split("\n");
  expect(words).toContain("Journée ordinaire : au moins 117 visites à 15 h 40, mais deux sites se taisent.");
  for (const said of [
    "Tous les sites",
    "Le Labo",
    "Retard",
    "dernier envoi à 13 h 12",
    "≥64",
    "90–150",
    "52 rés.",
  ])
    expect(words).toContain(said);
  expect(words.filter((word) => word === "fermé")).toHaveLength(9);
  expect(words).toContain("habituel à cette heure");
});

test("a site has its row, and door against till their charts", () => {
  expect(wordsOf(svgOf("/sites/tank-1917"))).toContain("Cambrai Tank 1917");
  expect(wordsOf(svgOf("/qualite", 2))).toContain("entrées pour 100 billets");
  expect(svgOf("/en/qualite", 3)).toContain('aria-label="Archéo’site, entries per 100 tickets');
});

test("colours are written out, those of the territory where it has its own, and light ones alone", () => {
  const html = draw("/frequentation");
  const own = renderPicture(html, 1);
  expect(own?.svg).toContain(own?.style);
  expect(own?.style).toContain(".f-bg{fill: #f5f5f2; }");
  expect(own?.style).toContain("stroke: #006c58");
  expect(own?.style).not.toMatch(/var\(|@media|#4fd0af/);
  const branded = renderPicture(html, 1, { acc: "#7a1f5c" })?.style;
  expect(branded).toContain("stroke: #7a1f5c");
  expect(branded).not.toContain("#006c58");
});

test("a page names its charts' files with what was asked", () => {
  expect(draw("/en/frequentation?case=full")).toContain('href="/en/frequentation.svg?case=full"');
  expect(draw("/nl/fiabilite/tank-1917")).toContain('download="nl-fiabilite-tank-1917-2.svg"');
  expect(draw("/nl/")).toContain('download="nl-beffroi.svg"');
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
