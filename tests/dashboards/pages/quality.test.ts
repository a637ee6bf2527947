/** What the screen of data quality says, in its usual and its rare states. */
import { expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { problemText, qualityAnswer, qualityTitle } from "../../../dashboards/pages/quality-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import type { Quality, QualityProblem } from "../../../src/contract/quality.ts";
import { asideQuality, emptyQuality, quality, staleQuality } from "../fixtures/quality.ts";
import { frame } from "../fixtures/sites.ts";

const fr = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const draw = (reply: Quality) =>
  plain(renderPage(frame("fr", "/qualite"), { kind: "quality", quality: reply }));
const answer = (kinds: readonly QualityProblem["kind"][]) =>
  plain(
    qualityAnswer({ ...quality, problems: quality.problems.filter(({ kind }) => kinds.includes(kind)) }, fr)
      .first,
  );

test("the answer tells silence and lies apart", () => {
  expect(answer(["silent", "late", "stuck"])).toBe("2 flux se taisent, et un capteur ment peut-être.");
  expect(answer(["late"])).toBe("Un flux se tait, aucun capteur ne semble mentir.");
  expect(answer(["stuck", "clock"])).toBe("Tous les flux transmettent ; 2 capteurs mentent peut-être.");
  expect(answer(["rejected"])).toBe("Tous les flux transmettent, aucun capteur ne semble mentir.");
  expect(qualityAnswer(emptyQuality, fr).first).toBe("Aucun flux n’est branché.");
});

test("one door with two signs is one sensor", () => {
  expect(answer(["ratio", "late"])).toBe("Un flux se tait, et un capteur ment peut-être.");
});

test("the second sentence is the worst problem, or how much was measured", () => {
  expect(plain(qualityAnswer(quality, fr).second)).toBe(
    "Chapelle des Jésuites · compteur : rien depuis le 23 novembre, 29 heures au-delà du délai (60 minutes).",
  );
  expect(plain(qualityAnswer({ ...quality, problems: [] }, fr).second)).toBe(
    "Sur 56 jours, 96 % des heures ouvertes ont été mesurées.",
  );
});

test("the title is the feed with most days to look at, out of those that were due", () => {
  expect(plain(qualityTitle(quality, fr))).toBe("Le Labo · compteur : 5 jours sur 48 à regarder");
  expect(plain(qualityTitle({ ...quality, rows: [] }, fr))).toBe("56 jours sans un trou");
});

test("a feed that never spoke has no day since when", () => {
  const [worst] = quality.problems;
  expect(worst && problemText(quality, { ...worst, since: null }, fr)).toBe("rien n’est jamais arrivé");
});

test("a site below nine tenths is called partial, and the fault that was noted is not asked for again", () => {
  const html = draw(quality);
  expect(html).toContain("Partiel, moins de 90 % : Chapelle des Jésuites (88 %).");
  expect(html.match(/>Noter la panne</g)).toHaveLength(5);
  expect(html.match(/>Panne notée</g)).toHaveLength(1);
});

test("a day looked at shows what arrived, what was set aside and why, and the readings by hour of the wall clock", () => {
  const html = draw(staleQuality);
  expect(html).toContain("Samedi 31 octobre 2026 · Le Labo · compteur");
  expect(html).toContain(">date à venir<");
  expect(html).toContain("row 12: at 2026-11-30 (not later than now)");
  expect(html).toMatch(/<th scope="row">10 h<\/th><td class="r">24<\/td>/);
  const { selected } = staleQuality;
  const none = draw({ ...staleQuality, selected: selected && { ...selected, readings: [] } });
  expect(none).toContain("Aucun relevé pour ce jour. Ce n’est pas zéro.");
});

test("rows set aside are told: how many wait, what is kept of each, and the command that corrects one", () => {
  const all = draw(quality);
  expect(all).toContain(
    'href="/qualite?feed=esnes-hand#aside">Château d’Esnes · saisie à la main : voir les lignes',
  );
  expect(all).not.toContain("correctRow");
  const html = draw(asideQuality);
  expect(html).toContain("3 lignes à corriger, sur 5 gardées.");
  expect(html).toContain("date = 08/11/2026; from = 14:00; to = 15:00; entries = -4");
  expect(html).toContain("from = 16:00; to = 17:00; non gardé : entries");
  expect(html).toContain("quarantine replay --feed esnes-hand --where @row=5f0c1a9be2d47731 --set entries=…");
  expect(html).toContain('href="/api/v1/feeds/esnes-hand/quarantine?format=csv"');
  expect(html).toMatch(/href="\/qualite\?feed=esnes-hand[^"]*#aside"/);
  expect(html).toMatch(/<form action="\/forms\/correctRow"[^>]*>.*name="id" value="esnes-hand"/);
  expect(html).toMatch(/<option value="entries">entries<\/option>.*<option value(?:="")?>aucun : l’écarter/);
  const done = { ...quality, quarantine: { held: 2, open: 0, rows: [] } };
  expect(draw(done)).toContain("Aucune n’attend : 2 gardées, toutes corrigées ou écartées.");
  expect(draw({ ...quality, quarantine: { held: 0, open: 0, rows: [] } })).not.toContain('id="aside"');
});

test("without a feed there is an answer and no chart", () => {
  const html = draw(emptyQuality);
  expect(html).not.toContain('class="plot');
  expect(html).toContain("Déclarez un compteur");
});

test("what was corrected stands with its feed, its day, when, before and after; nothing without corrections", () => {
  const html = draw(quality);
  expect(html).toContain(
    "Cambrai Tank 1917 · billetterie, le 12 octobre : billets scannés, faits changés ou retirés. Corrigé le 14 octobre : 118 → 112.",
  );
  expect(html).toContain("arrivé après coup. Corrigé le 22 octobre : 301 → 344.");
  expect(draw({ ...quality, revisions: [] })).not.toContain("Corrigé depuis");
});

test("feeds and figures stand in one of five words, with why and what to do", () => {
  const html = draw(quality);
  expect(html).toContain("Retard (se tait). Rien reçu depuis un jour de plus que le délai permis. À faire :");
  expect(html).toContain("Estimé : Le Labo (≈ 64)");
  expect(html).toContain("Partiel : Chapelle des Jésuites");
});

test.each([
  ["held", { detail: "3 of 4 facts would vanish" }, "la source ne donne plus trop de ce qu’elle avait donné"],
  ["drift", { size: 0.8 }, "la porte compte 0,8 fois ce qu’elle comptait pour autant de billets"],
  ["future", { size: 12 }, "12 lignes datées de plus tard que maintenant"],
  ["columns", { size: 2, detail: "canal, zone" }, "2 colonnes nouvelles que personne ne lit : canal, zone"],
] as const)("a problem %s says what it is and what to do", (kind, over, text) => {
  const [first] = quality.problems;
  const html = draw({ ...quality, problems: first ? [{ ...first, ...over, kind }] : [] });
  expect(html).toContain(text);
  expect(html).toContain("À faire :");
});
