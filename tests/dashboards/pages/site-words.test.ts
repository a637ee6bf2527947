import { expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { siteAnswer, siteFigures } from "../../../dashboards/pages/site-words.ts";
import type { BoardRow } from "../../../src/contract/board.ts";
import { annual, board } from "../fixtures/board.ts";
import { mondayBoard } from "../fixtures/stories.ts";

const words = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const rowOf = (id: string, known = board): BoardRow => {
  const row = known.rows.find(({ site }) => site === id);
  if (!row) throw new Error(`invalid fixture: no row of ${id}`);
  return row;
};
const answer = (row: BoardRow, known = board) => {
  const { first, second } = siteAnswer(row, known, words);
  return plain(`${first} ${second}`);
};

test("a site says its count beside the usual at the hour of its last report, and its next open day as a range", () => {
  expect(answer(rowOf("tank-1917"))).toBe(
    "31 visites à 15 h 38, pour 18–34 d’ordinaire à cette heure. Samedi 28 : entre 88 et 142 visites, 8 jours sur 10.",
  );
});

test("before opening a site tells of the day before, as the board does", () => {
  expect(answer(rowOf("tank-1917", mondayBoard), mondayBoard)).toMatch(/^Hier, 118 visites\./);
});

test("closed, silent and without any feed are three different answers", () => {
  const tank = rowOf("tank-1917");
  const closed = { ...tank, opening: annual, visits: null, state: "closed" as const, days: [] };
  expect(answer(closed)).toBe(
    "Fermé aujourd’hui : fermeture annuelle. Aucune ouverture dans les sept jours.",
  );
  expect(answer({ ...tank, visits: null, state: "missing" })).toMatch(
    /^Aucun chiffre à 15 h 40. Ce n’est pas zéro\./,
  );
  expect(answer({ ...tank, visits: null, state: "no_data" })).toMatch(/^Aucune donnée pour ce site\./);
});

test("a count with gaps or estimates says so", () => {
  const tank = rowOf("tank-1917");
  expect(answer({ ...tank, bound: "at_least" })).toMatch(/^≥ 31 visites/);
  expect(answer({ ...tank, bound: "about", usual_now: null })).toMatch(/^≈ 31 visites à 15 h 38\. /);
});

test("without a forecast the next opening stands alone, and figures are dashes with their reason", () => {
  const tank = rowOf("tank-1917");
  const bare = {
    ...tank,
    expected: null,
    days: tank.days.map((day) => ({ ...day, forecast: null, booked: null, group_only: false })),
  };
  expect(answer(bare)).toMatch(/Prochaine ouverture : samedi 28\.$/);
  const figures = siteFigures(bare, words);
  expect(figures.map(({ value }) => value)).toEqual(["—", "—", "—"]);
  expect(figures.map(({ text }) => text)).toEqual([
    "Pas encore de prévision.",
    "Pas encore de prévision.",
    "Ce site ne prend pas de réservation.",
  ]);
});
