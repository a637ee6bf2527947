import { expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { comparisonAnswer, comparisonTitle } from "../../../dashboards/pages/comparison-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import type { Comparison } from "../../../src/contract/comparison.ts";
import { comparison, emptyComparison, staleComparison } from "../fixtures/comparison.ts";
import { frame } from "../fixtures/sites.ts";

const fr = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const answer = (reply: Comparison) => {
  const { first, second } = comparisonAnswer(reply, fr);
  return [plain(first), plain(second)];
};
const page = (reply: Comparison) =>
  plain(renderPage(frame("fr", "/comparer"), { kind: "comparison", comparison: reply }));

test("the answer is the site that attracts most, and how far the whole rests on one", () => {
  expect(answer(comparison)).toEqual([
    "Le Labo attire le plus : 25,8 visites par heure ouverte, 25,4 l’an d’avant.",
    "Le Labo fait 75 % des visites, 38 998 sur 51 975. Le tout repose sur l’équivalent de 1,7 site égal, pour 4 sites.",
  ]);
  expect(plain(comparisonTitle(comparison, fr))).toBe("2 sites sur 4 attirent plus que l’an d’avant");
});

test("rows are ranked, and each site left out says why, beside its own rate where it has one", () => {
  const html = page(comparison);
  const names = [...html.matchAll(/<h3><a[^>]*>([^<]*)<\/a>/g)].map(([, name]) => name);
  expect(names).toEqual([
    "Le Labo",
    "Abbaye de Vaucelles",
    "Cambrai Tank 1917",
    "Chapelle des Jésuites",
    "Archéo’site",
    "Château d’Esnes",
  ]);
  expect(html).toContain("Pas compté l’an d’avant.");
  expect(html).toContain(
    "Hors de la comparaison : Abbaye de Vaucelles (pas compté l’an d’avant) et Château d’Esnes (fermé sur toute la période).",
  );
  // Rings for the compared sites only, and one in the key.
  expect(html.match(/class="hollow"/g)).toHaveLength(4 + 1);
  expect(html.match(/<circle[^>]*r="5\.5" class="f-acc"/g)).toHaveLength(5);
});

test("a percentage never stands without its visits", () => {
  const html = page(comparison);
  const against = [...html.matchAll(/<p class="note against">(.*?)<\/p>/g)].map(([, text = ""]) => text);
  for (const text of against.filter((each) => each.includes("%"))) expect(text).toMatch(/\d visites/);
});

test("without a comparison the answer is this year's alone; without a number it says so", () => {
  expect(answer(staleComparison)).toEqual([
    "Le Labo attire le plus : 25,8 visites par heure ouverte.",
    expect.stringMatching(/^Le Labo fait \d+ % des visites/),
  ]);
  expect(plain(comparisonTitle(staleComparison, fr))).toBe("Visites par heure ouverte");
  expect(answer(emptyComparison)[0]).toBe("Aucune visite mesurée sur cette période.");
  const closed = {
    ...emptyComparison,
    rows: emptyComparison.rows.map((row) => ({ ...row, left_out: "closed" as const })),
  };
  expect(answer(closed)[0]).toBe("Fermés sur toute cette période.");
  expect(answer({ ...emptyComparison, from: "2027-01-01", to: "2027-02-01" })[0]).toMatch(/^Rien encore/);
  expect(page(emptyComparison)).toContain("Aucune visite mesurée.");
});

test("a site is taken out or added by a link, in the period shown", () => {
  expect(page(comparison)).toMatch(
    /href="\/comparer\?from=2025-11-25&amp;to=2026-11-25&amp;sites=[^"]*" aria-label="Retirer Le Labo"/,
  );
  const html = page(staleComparison);
  expect(html).toMatch(
    /Ajouter :.*<a href="\/comparer\?from=2025-11-25&amp;to=2026-11-25">Château d’Esnes<\/a>/s,
  );
  const [one] = comparison.rows;
  const alone = {
    ...comparison,
    sites: comparison.sites.map((site) => ({ ...site, chosen: site.id === "le-labo" })),
    rows: one ? [one] : [],
    concentration: null,
  };
  expect(page(alone)).not.toContain("Retirer");
  expect(answer(alone)).toEqual(["Le Labo : 25,8 visites par heure ouverte.", ""]);
  expect(plain(comparisonTitle(alone, fr))).toBe("1 site sur 1 attire plus que l’an d’avant");
});

test("all up or all down is said so", () => {
  const all = (change: number) => ({
    ...comparison,
    rows: comparison.rows.map((row) => (row.change === null ? row : { ...row, change })),
  });
  expect(comparisonTitle(all(0.1), fr)).toBe("Tous attirent plus que l’an d’avant");
  expect(comparisonTitle(all(-0.1), fr)).toBe("Tous attirent moins que l’an d’avant");
  expect(comparisonTitle(all(0), fr)).toBe("Aucun site sur 4 n’attire plus que l’an d’avant");
});
