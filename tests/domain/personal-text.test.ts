import { expect, test } from "vitest";
import { personalIn } from "../../src/domain/personal-text.ts";

test.each([
  ["appeler marie.dupont@example.org", "mail address"],
  ["06 12 34 56 78", "telephone number"],
  ["voir avec Paul (06.12.34.56.78)", "telephone number"],
  ["+33 6 12 34 56 78", "telephone number"],
  ["rappeler le 0612345678 avant 14:00", "telephone number"],
])("%s is refused", (text, found) => {
  expect(personalIn(text)).toBe(found);
});

test.each([
  "braderie du 2026-09-05 au 2026-09-06, 12 000 personnes",
  "fermé de 14:00 à 17:30 le 24/11/2026 et le 25/11/2026",
  "compteur bloqué à 1 234 de 9h30 à 11h45",
  "battle of 1917-11-20 1917, 476 tanks",
  "50 % @ entrée",
])("%s is kept", (text) => {
  expect(personalIn(text)).toBeNull();
});
