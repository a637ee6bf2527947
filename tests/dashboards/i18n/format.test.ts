import { expect, test } from "vitest";
import { createFormat } from "../../../dashboards/i18n/format.ts";
import { fr as french } from "../../../dashboards/i18n/typography.ts";

const fr = createFormat("fr", "Europe/Paris");
const en = createFormat("en", "Europe/Paris");
const nl = createFormat("nl", "Europe/Paris");

test("numbers are grouped and signed as each language writes them", () => {
  expect([fr.int(11_915), en.int(11_915), nl.int(11_915)]).toEqual(["11\u202f915", "11,915", "11.915"]);
  expect([fr.signed(619), fr.signed(-22), fr.signed(0), fr.signed(-0.3)]).toEqual(["+619", "−22", "0", "0"]);
  expect([fr.change(0.0746), en.change(-0.0204), nl.change(0.008)]).toEqual([
    "+7,5\u00a0%",
    "−2.0%",
    "+0,8%",
  ]);
});

test("instants are told on the clock of the territory, whatever the machine's zone", () => {
  expect([fr, en, nl].map((f) => f.time("2026-11-25T14:40:00Z"))).toEqual([
    "15\u00a0h\u00a040",
    "15:40",
    "15.40\u00a0uur",
  ]);
  expect(fr.time("2026-07-01T12:00:00Z")).toBe("14\u00a0h");
  expect(fr.dayOf("2026-11-24T23:30:00Z")).toBe("2026-11-25");
});

test("days have the first raised in French and no comma anywhere", () => {
  expect(fr.short("2026-12-01")).toBe("1ᵉʳ\u00a0déc.");
  expect(fr.full("2026-11-25")).toBe("mercredi 25\u00a0novembre 2026");
  expect(en.shortWeekday("2026-11-20")).toBe("Fri 20\u00a0Nov");
  expect(nl.shortWeekday("2026-11-20")).toBe("vr 20\u00a0nov.");
  expect(nl.short("2026-05-08")).toBe("8\u00a0mei");
});

test("ranges have an en dash; thousands are shortened in cells only", () => {
  expect(fr.range({ low: 88, high: 142 })).toBe("88–142");
  expect(fr.cell({ low: 1180, high: 1540 })).toBe("1,2–1,5\u00a0k");
  expect(fr.cell({ low: 21_400, high: 25_100 })).toBe("21–25\u00a0k");
});

test("French text takes its no-break spaces by rule", () => {
  expect(french`À l’accueil : trois ; « même » ?`).toBe(
    "À l’accueil\u00a0: trois\u202f; «\u202fmême\u202f»\u202f?",
  );
});
