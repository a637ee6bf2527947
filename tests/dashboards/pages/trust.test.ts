/** The screen "Peut-on s'y fier ?": its golden drawing, and what it says in rare states. */
import { expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { trustFigures } from "../../../dashboards/pages/trust-figures.ts";
import { drawnLeads, trustAnswer, trustTitle } from "../../../dashboards/pages/trust-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import type { LeadTrust, Trust } from "../../../src/contract/trust.ts";
import { pageAt } from "../fixtures/pages.ts";
import { emptyTrust, staleTrust, trust } from "../fixtures/trust.ts";
import { picture, plotsOf } from "../support/picture.ts";

const fr = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const answer = (reply: Trust) => {
  const { first, second } = trustAnswer(reply, fr);
  return [plain(first), plain(second)];
};
const leads = (change: (lead: LeadTrust) => Partial<LeadTrust>): Trust => ({
  ...trust,
  leads: trust.leads.map((lead) => ({ ...lead, ...change(lead) })),
});
const draw = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};

test("the drawings are drawn as they were looked at", async () => {
  const html = draw("/fiabilite/tank-1917");
  const rows = html.match(/<section class="list leads">.*?<\/section>/s)?.[0] ?? "";
  await expect(picture(html, [rows, ...plotsOf(html)])).toMatchFileSnapshot(
    "../../golden/dashboards/trust.html",
  );
});

test("says how far off the forecast was, beside the simple rule, and how often inside", () => {
  expect(answer(trust)).toEqual([
    "À sept jours, la prévision s’est trompée de 17 visites en moyenne ; la règle simple, de 24.",
    "31 de ces 39 jours sont tombés dans la fourchette annoncée, pour 8 sur 10 promis.",
  ]);
  expect(answer({ ...trust, lead: 1 })[0]).toMatch(/^La veille, la prévision s’est trompée de 14 visites/);
});

test("says that the simple rule does better, and that it is shown only where it is", () => {
  const worse = leads(() => ({ naive_mae: 12 }));
  expect(answer(worse)[1]).toContain("« même jour de l’an dernier » se trompe moins que notre modèle.");
  expect(answer(worse)[1]).not.toContain("Nous affichons");
  expect(answer({ ...worse, serves_rule: true })[1]).toContain("Nous affichons donc cette règle.");
  expect(plain(trustTitle(worse, fr))).toBe("La règle simple fait mieux à toutes les distances");
});

test("with few days it is too early to say, and no percentage is printed under thirty", () => {
  expect(answer(staleTrust)[0]).toBe("Trop tôt pour le dire : 6 jours vérifiés sur les 10 qu’il faut.");
  expect(answer({ ...trust, leads: [], last: [], lead: 14 })[0]).toContain("aucun jour vérifié");
  const few = leads(() => ({ days: 29, inside: 20 }));
  expect(trustFigures(few, fr)[1]?.text).not.toContain("69");
  expect(plain(trustFigures(trust, fr)[1]?.text ?? "")).toContain("79 %, pour 80 % promis");
});

test("without a forecast it says what is missing, and draws nothing", () => {
  expect(answer(emptyTrust)[0]).toContain("Aucune donnée pour ce site.");
  expect(answer({ ...emptyTrust, refused: "short_history" })[0]).toContain("8 semaines");
  expect(draw("/fiabilite/tank-1917?case=empty")).not.toContain("<figure");
});

test("a title says up to which distance the forecast is the better one", () => {
  expect(plain(trustTitle(trust, fr))).toMatch(/^La prévision bat la règle simple jusqu’à 14 jours/);
  expect(
    trustTitle(
      leads(() => ({ naive_mae: 99 })),
      fr,
    ),
  ).toContain("à toutes les distances");
  const mixed = leads(({ lead }) => ({ naive_mae: lead === 7 ? 1 : 99 }));
  expect(plain(trustTitle(mixed, fr))).toBe("La prévision bat la règle simple à 5 distances sur 6");
  const alone = leads(() => ({ naive_mae: null }));
  expect(plain(trustTitle(alone, fr))).toBe("L’erreur passe de 14 visites la veille à 25 au plus loin");
});

test("distances with few days are neither drawn nor compared while others have enough", () => {
  const young = leads(({ lead }) => (lead > 7 ? { days: 2, mae: 90 } : {}));
  expect(plain(trustTitle(young, fr))).toBe(
    "La prévision bat la règle simple partout où assez de jours sont vérifiés",
  );
  expect(drawnLeads(young).map(({ lead }) => lead)).toEqual([1, 2, 3, 7]);
  expect(trustTitle(staleTrust, fr)).toBe("Trop peu de jours vérifiés pour comparer");
  expect(drawnLeads(staleTrust)).toHaveLength(4);
});

test("a leaning under one visit a day is none", () => {
  const text = (mean_error: number) =>
    plain(
      trustFigures(
        leads(() => ({ mean_error })),
        fr,
      )[2]?.text ?? "",
    );
  expect(text(0.4)).toContain("Ni trop haut ni trop bas");
  expect(text(3)).toContain("moins de monde que prévu");
  expect(text(-3)).toContain("plus de monde que prévu");
});

test("every day of the table leads to the forecast that promised it; the distance stays in the address", () => {
  const html = draw("/en/fiabilite/tank-1917");
  expect(html).toContain('href="/en/fiabilite/tank-1917?origin=2026-11-15#past">Sun 22');
  expect(html).toContain('href="/en/fiabilite/tank-1917?lead=14#last"');
  const asked = draw("/fiabilite/tank-1917?origin=2026-10-28");
  expect(asked).toContain('href="/fiabilite/tank-1917?lead=14&amp;origin=2026-10-28#last"');
});
