/** The flows screen in words, in rare states and as a picture. */
import { expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { originName } from "../../../dashboards/i18n/origins.ts";
import { adviceText, effectText } from "../../../dashboards/pages/advice-words.ts";
import { flowsFigures } from "../../../dashboards/pages/flows-figures.ts";
import { flowsTwin } from "../../../dashboards/pages/flows-twin.ts";
import { flowsAnswer, flowsTitle, movementsTitle } from "../../../dashboards/pages/flows-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import type { Flows } from "../../../src/contract/flows.ts";
import { advice, emptyFlows, flows, staleFlows } from "../fixtures/flows.ts";
import { pageAt } from "../fixtures/pages.ts";

const words = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const answer = (reply: Flows) => {
  const { first, second } = flowsAnswer(reply, words);
  return [plain(first), plain(second)];
};
const draw = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};

test("the answer says where to send visitors, and that nobody must be sent", () => {
  expect(answer(flows)).toEqual([
    "Samedi, Cambrai Tank 1917 sera chargé : proposez Archéo’site, calme, à 9,1 km.",
    "Entre 90 et 140 visites attendues, 8 jours sur 10, 2,1 fois un jour ordinaire. Ne rien faire reste raisonnable.",
  ]);
  expect(plain(adviceText(advice, words))).toBe(
    "Samedi 28 novembre de 14 h à 17 h, Cambrai Tank 1917 sera chargé : entre 90 et 140 visites, 8 jours sur 10. " +
      "Proposez *Archéo’site* : ouvert, calme, à 9,1 km à vol d’oiseau ; on y parle français et anglais. Ne rien faire reste raisonnable.",
  );
});

test("kept, dismissed, alone, quiet, closed and unknown are told apart", () => {
  expect(answer(staleFlows)[0]).toBe(
    "Samedi, conseil retenu : de Cambrai Tank 1917 vers Archéo’site, à 9,1 km.",
  );
  expect(answer({ ...flows, day: "2026-11-29" })[0]).toBe(
    "Dimanche, Cambrai Tank 1917 sera chargé ; le conseil a été écarté.",
  );
  expect(answer({ ...flows, advice: [] })[0]).toBe(
    "Samedi, Cambrai Tank 1917 sera chargé, sans voisin ouvert plus calme.",
  );
  expect(answer({ ...flows, day: "2026-11-27" })).toEqual([
    "Vendredi, aucun site chargé : rien à conseiller.",
    "Le plus fréquenté : Le Labo, entre 37 et 58 visites, 8 jours sur 10. Prochain conseil : samedi 28 novembre.",
  ]);
  expect(answer({ ...flows, day: "2026-11-30" })[0]).toBe(
    "Lundi, tous les sites sont fermés : rien à conseiller.",
  );
  expect(answer(emptyFlows)[1]).toBe("Sans prévision, aucun conseil n’est donné.");
});

test("the title counts open sites, and never calls an unknown day quiet", () => {
  const title = (reply: Flows) => plain(flowsTitle(reply, words));
  expect(title(flows)).toBe("Samedi : un site chargé sur 4 ouverts");
  expect(title(emptyFlows)).toBe("Samedi : affluence inconnue, faute de prévision");
  expect(title({ ...flows, day: "2026-11-30" })).toBe("Lundi : tout est fermé");
});

test("an effect has its range, and none is told of fewer than four days", () => {
  expect(plain(effectText(advice.effect, "Archéo’site", words))).toBe(
    "Les 6 jours où ce conseil a été retenu, Archéo’site a reçu 4 visites de plus par jour (entre −1 et +9, 8 fois sur 10).",
  );
  expect(plain(effectText({ days: 2, without: 9, per_day: null }, "x", words))).toBe(
    "Effet pas encore mesurable : retenu sur 2 jours, il en faut quatre.",
  );
  expect(flowsFigures(staleFlows, words)[2]).toMatchObject({ value: "2", unit: "jours mesurés" });
  expect(flowsFigures(flows, words)[2]).toMatchObject({ value: "+4" });
});

test("a hidden count is hidden in the tables too, and no share is told of fewer than thirty", () => {
  const [, , origins] = flowsTwin(flows, words);
  const row = origins?.rows.find(({ cells }) => cells[0] === "Royaume-Uni");
  expect(row?.cells).toEqual(["Royaume-Uni", "masqué", "172", "masqué", "224"]);
  expect(plain(movementsTitle(flows, words))).toBe(
    "D’où viennent les visiteurs : Nord (59) pour 50 %, sur 4 068 billets",
  );
  expect(movementsTitle(staleFlows, words)).toBe("D’où viennent les visiteurs");
});

test("origins have names, and codes without one stand as they are", () => {
  expect(["59", "2A", "974", "BE", "99", "x"].map((code) => originName(code, "en"))).toEqual([
    "Nord (59)",
    "Corse-du-Sud (2A)",
    "La Réunion (974)",
    "Belgium",
    "99",
    "x",
  ]);
});

test("each decision is a form that comes back to this page in its language", () => {
  const html = draw("/nl/flux?day=2026-11-28");
  expect(html.match(/<form action="\/forms\/decideAdvice" method="post">/g)).toHaveLength(2);
  expect(html).toContain('name="back" value="/nl/flux?day=2026-11-28"');
  expect(html).toContain('name="id" value="2026-11-28.tank-1917.archeo-site"');
  expect(draw("/")).toContain('href="/flux?day=2026-11-28"');
});

test("map and ribbons are drawn as they were looked at", async () => {
  const html = draw("/flux");
  const map = html.match(/<svg [^>]*class="map">.*?<\/svg>/s)?.[0] ?? "";
  const ribbons = [...html.matchAll(/<div class="sankey .*?<\/svg><\/div>/gs)].map(([part]) => part);
  const table = html.match(/<table class="press">.*?<\/table>/s)?.[0] ?? "";
  const symbols = [...html.matchAll(/<svg [^>]*class="defs">.*?<\/svg>/gs)].map(([part]) => part);
  expect(ribbons).toHaveLength(4);
  const body = [...symbols, map, table, ...ribbons].join("").replaceAll("><", ">\n<");
  const style = `<link rel="stylesheet" href="../../../dashboards/styles/main.css">`;
  const picture = `<!doctype html>\n<meta charset="utf-8">\n${style}\n${body}\n`;
  await expect(picture).toMatchFileSnapshot("../../golden/dashboards/flows.html");
});
