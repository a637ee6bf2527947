/** What the logbook says, in its usual and its rare states. */
import { expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { refusal } from "../../../dashboards/pages/logbook-effect.tsx";
import { causeOf, logbookAnswer, logbookTitle } from "../../../dashboards/pages/logbook-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import type { Logbook } from "../../../src/contract/logbook.ts";
import { emptyLogbook, logbook } from "../fixtures/logbook.ts";
import { frame } from "../fixtures/sites.ts";

const fr = wordsFor("fr", "Europe/Paris");
const en = wordsFor("en", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const draw = (reply: Logbook) =>
  plain(renderPage(frame("fr", "/journal?sites=le-labo"), { kind: "logbook", logbook: reply }));

test("the answer tells how many days are unusual and left without a note, then what is in the model and what comes", () => {
  const { first, second } = logbookAnswer(logbook, fr);
  expect(plain(first)).toBe("3 jours inhabituels sur 214 jours jugés, dont 2 sans note.");
  expect(plain(second)).toBe(
    "3 notes entrent dans le modèle, sur 5. À venir : Nuit de la lecture, du 5 décembre au 6 décembre.",
  );
});

test("all explained, none unusual and none judged are three different answers", () => {
  const noted = logbook.unusual.map((day) => ({
    ...day,
    annotations: logbook.unusual[2]?.annotations ?? [],
  }));
  expect(plain(logbookAnswer({ ...logbook, unusual: noted }, fr).first)).toContain(
    "une note parle de chacun",
  );
  expect(plain(logbookAnswer({ ...logbook, unusual: [] }, fr).first)).toBe(
    "Rien d’inhabituel sur 214 jours jugés.",
  );
  expect(plain(logbookAnswer(emptyLogbook, fr).first)).toContain("Aucun jour n’a encore de prévision");
});

test("a withdrawn note explains nothing", () => {
  const gone = logbook.unusual.map((day) => ({
    ...day,
    annotations: day.annotations.map((one) => ({ ...one, withdrawn_at: "2026-11-20T08:00:00Z" })),
  }));
  expect(plain(logbookAnswer({ ...logbook, unusual: gone }, fr).first)).toContain("aucune note n’explique");
});

test("the title is the day furthest from its forecast that nobody has explained", () => {
  expect(plain(logbookTitle(logbook, fr))).toBe(
    "Le Labo, sam. 21 nov. : 64 visites, bien moins que prévu (entre 150 et 236)",
  );
  expect(logbookTitle(emptyLogbook, fr)).toBe("Ce qui s’est passé, semaine par semaine");
});

test("a cause is named in words: a feed, an event by its name, the weather, other sites", () => {
  const [day] = logbook.unusual;
  if (!day) throw new Error("invalid fixture: an unusual day is expected");
  const of = (kind: "feed" | "event" | "weather" | "everywhere" | "unknown", sign: string, size: number) =>
    plain(causeOf({ ...day, causes: [{ kind, sign, size, weight: 1 }] }, logbook, en));
  expect(of("feed", "stuck", 3)).toBe("the counter repeated one value for 3 hours");
  expect(of("feed", "revised", -12)).toBe("corrected since by −12");
  expect(of("weather", "rain", -4.5)).toBe("4.5 mm less rain than forecast");
  expect(of("everywhere", "", 1)).toBe("one other site moved the same way");
  expect(of("event", "Marathon", 40)).toBe("Marathon");
  expect(of("unknown", "", 0)).toBe("none is known");
});

test("forms write and withdraw without script and come back to this very page", () => {
  const html = draw(logbook);
  expect(html).toContain('action="/forms/createAnnotation" method="post"');
  expect(html).toContain('name="back" value="/journal?sites=le-labo"');
  expect(html.match(/action="\/forms\/withdrawAnnotation"/g)).toHaveLength(5);
  expect(html).toContain("Retiré le 18 novembre.");
});

test("an effect has its range, its placebos and no bare number; one that is too young says so", () => {
  const html = draw(logbook);
  expect(html).toContain("Effet net : entre +4 et +13 visites par jour ouvert.");
  expect(html).toContain("le même calcul à 12 dates où rien n’a été fait");
  expect(refusal("too early: 5 days (2 weeks are needed)", fr)).toContain("Trop tôt");
  expect(refusal("no earlier time is long enough to compare with", fr)).toContain("Aucune période passée");
  expect(refusal("anything else", fr)).toBe("L’effet n’a pas pu être mesuré.");
  const { effect } = logbook;
  const wide = draw({ ...logbook, effect: effect && { ...effect, site: null, answer: null } });
  expect(wide).toContain("choisissez-en un");
});

test("what somebody wrote cannot become markup", () => {
  const rows = logbook.rows.map((row) =>
    row.origin === "written" ? { ...row, text: { fr: '<img src=x onerror="1">' } } : row,
  );
  expect(draw({ ...logbook, rows })).not.toContain("<img");
});
