/** The screen "Et si ?": its golden drawing, what it says in rare states, and reasons in every language. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { isSaid, reasonText } from "../../../dashboards/pages/suppose-reasons.ts";
import { supposeAnswer, supposeTitle } from "../../../dashboards/pages/suppose-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import { FORMS } from "../../../src/contract/forms.ts";
import { LANGUAGES } from "../../../src/contract/screen.ts";
import type { Suppose } from "../../../src/contract/suppose.ts";
import { pageAt } from "../fixtures/pages.ts";
import {
  emptySuppose,
  planSuppose,
  rainSuppose,
  staleSuppose,
  suppose,
  waitingSuppose,
} from "../fixtures/suppose.ts";
import { picture, plotsOf } from "../support/picture.ts";

const fr = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const answer = (reply: Suppose) => {
  const { first, second } = supposeAnswer(reply, fr);
  return [plain(first), plain(second)];
};
const draw = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};

test("the drawings are drawn as they were looked at", async () => {
  const [full, plan] = [draw("/et-si/tank-1917"), draw("/et-si/tank-1917?case=plan")];
  const ruler =
    full.match(/<svg[^>]*role="img"[^>]*aria-label="Différence.*?<\/svg><text.*?<\/svg>/s)?.[0] ?? "";
  await expect(picture(full, [...plotsOf(full), ruler, ...plotsOf(plan)])).toMatchFileSnapshot(
    "../../golden/dashboards/suppose.html",
  );
});

test("the difference is a range, over the days that have an answer", () => {
  expect(answer(suppose)).toEqual([
    "3 lundis du 30 novembre au 14 décembre, ouvert 14 h – 17 h 30 : entre 45 et 137 visites de plus, 8 fois sur 10.",
    "Tel que prévu : personne. Avec ce changement : entre 45 et 137 visites. Un jour n’a pas de réponse : raison ci-dessous.",
  ]);
});

test("an effect that may be none is said to be none that could be measured", () => {
  expect(answer(rainSuppose)[0]).toBe(
    "Samedi 28 novembre, 8 mm de pluie : aucun effet mesurable, entre 18 visites de moins et 4 de plus, 8 fois sur 10.",
  );
  const total = { days: 1, before: { low: 20, high: 40 }, after: { low: 10, high: 30 } };
  const fewer: Suppose = {
    ...rainSuppose,
    answer: {
      kind: "told",
      model: "m",
      origin: "2026-11-25T14:40:00Z",
      days: [],
      total: { ...total, difference: { low: -18, middle: -10, high: -4 } },
    },
  };
  expect(answer(fewer)[0]).toContain("entre 4 et 18 visites de moins");
});

test("a refusal gives its reason in the first sentence, and the chart changes nothing", () => {
  const told = suppose.answer.kind === "told" ? suppose.answer : null;
  const days = told?.days.filter(({ kind }) => kind === "refused") ?? [];
  const changes = suppose.changes.slice(-1);
  const reply: Suppose = {
    ...suppose,
    changes,
    answer: {
      ...suppose.answer,
      kind: "told",
      model: "m",
      origin: "2026-11-25T14:40:00Z",
      days,
      total: null,
    },
  };
  expect(answer(reply)[0]).toBe(
    "Lundi 21 décembre, ouvert 14 h – 17 h 30 : on ne peut pas le dire, le site est déjà ouvert aussi longtemps.",
  );
  expect(plain(supposeTitle(reply, fr))).toBe("Ces jours restent tels que prévus");
});

test("says what to do before anything is asked, while it computes, and where the question holds no day", () => {
  expect(answer(staleSuppose)[0]).toContain("si l’entrée était gratuite");
  expect(answer(waitingSuppose)[0]).toBe("Le calcul attend son tour.");
  const none: Suppose = { ...staleSuppose, asked: { day: "2026-12-01", weekday: 1, free: "yes" } };
  expect(answer(none)[0]).toBe("Aucun jour ne correspond.");
  expect(answer(emptySuppose)[0]).toContain("Aucune donnée pour ce site.");
});

test("a plan is told by what came of it", () => {
  expect(answer(planSuppose)).toEqual([
    "Plan « Dimanches gratuits », figé le 3 novembre : 2 jours sur 3 dans la fourchette prévue.",
    "4 dimanches du 8 novembre au 29 novembre, entrée gratuite : entre 56 et 264 visites de plus, 8 fois sur 10. 3 de ses 4 jours sont mesurés en entier.",
  ]);
});

test("the question can be kept as it stands: the fields of the form are those of the address", () => {
  const html = draw("/en/et-si/tank-1917");
  const [form = ""] = html.match(/<form class="ask keep".*?<\/form>/s) ?? [];
  const fields = Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  expect(fields.back).toBe("/en/et-si/tank-1917#scenarios");
  expect(FORMS.createScenario?.read({ ...fields, name: "Lundis" })).toEqual({
    site: "tank-1917",
    name: "Lundis",
    changes: suppose.changes,
  });
  expect(draw("/et-si/tank-1917?case=plan")).not.toContain("createScenario");
});

/** Reasons as the forecast's sources write them, each placeholder filled. */
function written(): string[] {
  const folder = "src/forecast/what-if";
  const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/(?:refused\(\s*|because = |because: |reasons\.push\(|reasons: \[)(["`])(.+?)\1/gs),
  ]);
  return found
    .map(([, , reason = ""]) => reason)
    .map((reason) =>
      reason
        .replaceAll(/\$\{(?:name)\}/g, "rain")
        .replaceAll(/\$\{count\([^,]+, "([^"]+)"\)\}/g, "3 $1s")
        .replaceAll(/\$\{(?:percent|percents)[^}]*\}(?:\))?/g, "+12 % to +30 %")
        .replaceAll(/\$\{range\}/g, "between −12 and +9")
        .replaceAll(/\$\{[^}]*\}/g, "3"),
    );
}

test("every reason that the forecast gives is told in the language of the page", () => {
  const reasons = written();
  expect(reasons.length).toBeGreaterThan(30);
  for (const reason of reasons.filter((text) => !isSaid(text) && /[a-z]/.test(text))) {
    for (const lang of LANGUAGES) {
      const text = reasonText(reason, suppose.events, wordsFor(lang, "UTC"));
      expect(text, `${lang}: ${reason}`).not.toBeNull();
      expect(text).not.toMatch(/[{}]/);
    }
  }
});

test("what changed stands before a refusal and is left out; names, shares and decimals are the language's own", () => {
  const text = (reason: string, lang: "fr" | "en" = "fr") =>
    plain(reasonText(reason, suppose.events, wordsFor(lang, "UTC")) ?? "");
  expect(text("event: bataille was seen 1 time (2 are needed)")).toBe(
    "bataille de Cambrai : vu 1 fois ; il en faut 2",
  );
  expect(text("rain against what is usual: 80 days, −16 % to +3 %", "en")).toBe(
    "rain against what is usual or forecast: 80 days, −16% to +3%",
  );
  expect(text("12 past days with a group: 0.91 to 1.02 more people for each one booked")).toContain(
    "de 0,91 à 1,02",
  );
  expect(text("rain: rain of 12.5 was hardly ever seen at this time of the year (0.0 to 13.2)")).toBe(
    "12,5 mm de pluie : presque jamais vu à cette saison (de 0,0 à 13,2)",
  );
  expect(text("opening: asked for twice")).toBe("demandé deux fois");
  expect(reasonText("a reason of a later release", [], fr)).toBeNull();
});
