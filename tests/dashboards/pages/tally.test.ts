/** The tally's words in its states, and its drawing as it was looked at. */
import { expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { insideNote } from "../../../dashboards/pages/board-words.ts";
import { tallyAnswer, tallyTitle } from "../../../dashboards/pages/tally-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import type { Tally } from "../../../src/contract/tally.ts";
import { board } from "../fixtures/board.ts";
import { frame } from "../fixtures/sites.ts";
import { closedTally, silentTally, tally, unknownTally } from "../fixtures/tally.ts";

const fr = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const first = (reply: Tally) => plain(tallyAnswer(reply, fr).first);
const draw = (reply: Tally) =>
  renderPage(frame("fr", "/saisie/chateau-esnes"), { kind: "tally", tally: reply });

test("the answer says this hour and today; nobody counted is not nobody came", () => {
  expect(first(tally)).toBe("12 personnes comptées à la main de 15 h 30 à 16 h 30, 43 aujourd’hui.");
  expect(first(silentTally)).toBe("Rien n’est encore compté de 16 h à 17 h, 0 personne aujourd’hui.");
  const slots = tally.slots.map((slot) => ({ ...slot, people: null, by: [] }));
  const none = { ...tally, slots, people: null };
  expect(first(none)).toBe("Rien n’est encore compté de 15 h 30 à 16 h 30.");
  const zero = { ...tally, slots: tally.slots.map((slot) => ({ ...slot, people: 0 })), people: 0 };
  expect(first(zero)).toBe("Personne de 15 h 30 à 16 h 30, et c’est compté : zéro. 0 aujourd’hui.");
  const evening = "2026-11-29T18:00:00Z";
  expect(first({ ...none, now: evening })).toBe(
    "Rien n’a été compté à la main aujourd’hui. Ce n’est pas zéro.",
  );
  expect(first({ ...tally, now: evening })).toBe(
    "43 personnes comptées à la main aujourd’hui : 2 heures sur 3.",
  );
  expect(first({ ...none, now: "2026-11-29T08:00:00Z" })).toBe(
    "Ouverture à 14 h 30 : il n’y a encore rien à compter.",
  );
});

test("a closed day names the next opening; a site without hand counts says how to get them", () => {
  expect(first(closedTally)).toBe("Fermé ce jour (visites guidées certains jours).");
  expect(plain(tallyAnswer(closedTally, fr).second)).toContain(
    "Prochaine ouverture : dimanche 13 décembre, 14 h 30.",
  );
  expect(first({ ...closedTally, people: 3 })).toBe(
    "Fermé aujourd’hui, et pourtant 3 personnes comptées à la main.",
  );
  expect(first(unknownTally)).toContain("Personne ne compte à la main sur ce site");
  expect(draw(unknownTally)).not.toContain("data-tally=");
});

test("the chart's title is its finding", () => {
  const title = (reply: Tally) => plain(tallyTitle(reply, fr));
  expect(title(tally)).toBe("L’heure la plus forte : 14 h 30 – 15 h 30, 31 personnes");
  expect(title(silentTally)).toBe("1 heure comptée sur 3");
  expect(title({ ...tally, slots: [] })).toBe("Aucune heure comptée aujourd’hui");
});

test("without script there is the form and no key that does nothing", () => {
  const html = draw(tally);
  expect(html).toMatch(/<section class="pad" hidden/);
  expect(html).toContain('<form action="/forms/countHour" method="post">');
  expect(html).toContain('<input type="hidden" name="back" value="/saisie/chateau-esnes"/>');
  // Hours to come cannot be entered.
  expect([...html.matchAll(/<option value="2026/g)]).toHaveLength(2);
});

test("people inside come with what they may be off by, or without where nobody knows", () => {
  const [row] = board.rows.filter(({ inside }) => inside !== null);
  if (!row?.inside) throw new Error("invalid fixture: a site with people inside is expected");
  expect(plain(insideNote(row, fr))).toBe("19 à l’intérieur (± 4) sur 120, 15 h 30");
  const bare = { ...row, inside: { ...row.inside, tolerance: null, capacity: null } };
  expect(plain(insideNote(bare, fr))).toBe("19 à l’intérieur, 15 h 30");
});

test("the hours are drawn as they were looked at", async () => {
  const parts = [tally, silentTally].flatMap((reply) => [
    ...draw(reply).matchAll(/<div class="plot .*?<\/svg><\/div>(?=<div|<\/div>)/gs),
  ]);
  const style = `<link rel="stylesheet" href="../../../dashboards/styles/main.css">`;
  const body = parts
    .map(([plot]) => plot)
    .join("")
    .replaceAll("><", ">\n<");
  await expect(`<!doctype html>\n<meta charset="utf-8">\n${style}\n${body}\n`).toMatchFileSnapshot(
    "../../golden/dashboards/tally.html",
  );
});
