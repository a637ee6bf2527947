import { expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";

/** Every path of a catalogue that ends in a text or a function. */
function leaves(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

const [fr, en, nl] = [wordsFor("fr", "UTC"), wordsFor("en", "UTC"), wordsFor("nl", "UTC")];

test("the three catalogues say the same things", () => {
  expect(leaves(en.t)).toEqual(leaves(fr.t));
  expect(leaves(nl.t)).toEqual(leaves(fr.t));
});

test("no French is left in the other languages", () => {
  const texts = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value
        ? Object.values(value).flatMap(texts)
        : [];
  for (const { t } of [en, nl]) {
    for (const text of texts(t)) expect(text).not.toMatch(/\b(jours|données|visites|fermé|semaine)\b/);
  }
});

test("states are told in the agreed words", () => {
  const { state } = fr.t.shell;
  expect(state.missing("14\u00a0h", "16\u00a0h")).toBe(
    "Donnée manquante\u00a0: le compteur n’a pas transmis de 14\u00a0h à 16\u00a0h. Ce n’est pas zéro.",
  );
  expect(state.stale(26)).toBe("Dernière transmission il y a 26 heures. Le total du jour est partiel.");
  expect(en.t.shell.state.missing("14:00", "16:00")).toBe(
    "Missing data: the counter sent nothing from 14:00 to 16:00. This is not zero.",
  );
  expect(nl.t.shell.state.missing("14\u00a0uur", "16\u00a0uur")).toBe(
    "Ontbrekende gegevens: de teller zond niets van 14 tot 16\u00a0uur. Dit is geen nul.",
  );
});

test("one site is one site, two sites are several", () => {
  expect(fr.t.today.silent(1)).toBe("mais un site se tait");
  expect(fr.t.today.silent(2)).toBe("mais deux sites se taisent");
  expect(en.t.shell.visits(1)).toBe("1 visit");
  expect(fr.t.shell.visits(0)).toBe("0 visite");
});
