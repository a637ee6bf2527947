/** What the calendar and the comparison say, in their usual and in their rare states. */
import { describe, expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { daysTwin, hoursTwin } from "../../../dashboards/pages/calendar-twin.ts";
import {
  calendarAnswer,
  calendarTitle,
  gridTitle,
  rateText,
  slotsOf,
} from "../../../dashboards/pages/calendar-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import type { Calendar } from "../../../src/contract/calendar.ts";
import { LANGUAGES } from "../../../src/contract/screen.ts";
import { calendar, emptyCalendar, staleCalendar } from "../fixtures/calendar.ts";
import { frame } from "../fixtures/sites.ts";

const fr = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const answer = (reply: Calendar) => {
  const { first, second } = calendarAnswer(reply, fr);
  return [plain(first), plain(second)];
};

describe("the calendar", () => {
  test("names the fullest and the calmest hour, and the strongest day", () => {
    expect(answer(calendar)).toEqual([
      "Le samedi de 15 h à 16 h est le plus plein : 38 visites par heure en moyenne.",
      "Le plus calme : le mardi de 10 h à 11 h, 1,2 par heure. Jour le plus fort : vendredi 20 novembre 2026, 1 214 visites.",
    ]);
    expect(plain(calendarTitle(calendar, fr))).toMatch(
      /^\S+ 2026 est le mois le plus plein : \d+ visites par jour ouvert, \d+ en \S+ \d{4}$/,
    );
    expect(plain(gridTitle(calendar, fr))).toBe("De 15 h à 16 h, c’est l’heure pleine tous les jours");
  });

  test("the half hour before closing is not the calmest, nor an hour known from a few days only", () => {
    expect(slotsOf(calendar).some(({ hour }) => hour === 17)).toBe(false);
    expect(slotsOf(staleCalendar)).toEqual([]);
    expect(answer(staleCalendar)).toEqual([
      "Jour le plus fort : dimanche 20 septembre 2026, 728 visites.",
      "Trop peu de jours mesurés pour comparer les heures.",
    ]);
  });

  test("tells sites counted by the day, nothing yet, nothing measured and closed apart", () => {
    expect(answer({ ...calendar, hours: [] })[1]).toBe(
      "Les sites choisis sont comptés à la journée : leurs heures ne sont pas connues.",
    );
    expect(answer(emptyCalendar)[0]).toBe("Aucune visite mesurée sur cette période.");
    const only = (state: "coming" | "closed") => ({
      ...calendar,
      total: null,
      rows: calendar.rows.slice(0, 9).map((row) => ({ ...row, visits: null, state })),
    });
    expect(answer(only("coming"))[0]).toBe("Rien encore sur cette période : elle est à venir.");
    expect(answer(only("closed"))[0]).toBe("Fermé sur toute cette période.");
  });

  test("its tables hold every day and every hour, each state in words", () => {
    const days = daysTwin(calendar, fr, (from, to) => `${from} ${to}`);
    expect(days.rows).toHaveLength(52);
    const week = (id: string) => plain(String(days.rows.find((row) => row.id === id)?.cells[2]));
    expect(week("d2026-11-16")).toMatch(
      /^lun\. fermé · .* · ven\. 1 214, bataille de Cambrai · sam\. \d+ · dim\. ≥\d+$/,
    );
    expect(week("d2026-11-23")).toMatch(/ · mer\. ≥\d+ · jeu\. prévu \d+–\d+ · /);
    expect(week("d2026-02-02")).toContain("mar. 0 · ");
    expect(week("d2026-06-08")).toContain("ven. manque · ");
    expect(week("d2026-03-02")).toMatch(/sam\. ≈\d+/);
    expect(days.rows.flatMap(({ cells }) => String(cells[2]).split(" · "))).toHaveLength(364);
    expect(plain(String(days.rows.at(-1)?.cells[1]))).toMatch(/^≥ \d/);
    const hours = hoursTwin(calendar, fr);
    expect(hours.rows).toHaveLength(8);
    expect(hours.rows[0]?.cells.slice(1).map((cell) => plain(String(cell)))).toEqual([
      "fermé",
      "1,2 (49 jours)",
      "2,4 (49 jours)",
      "1,4 (49 jours)",
      "1,7 (49 jours)",
      "4,2 (49 jours)",
      "fermé",
    ]);
    expect(hours.rows[7]?.cells[4]).toBe("pas mesuré");
  });

  test("a rate is never 0 for something", () => {
    expect([0, 0.02, 0.06, 9.94, 9.96, 38.2].map((rate) => rateText(rate, fr))).toEqual([
      "0",
      "<0,1",
      "0,1",
      "9,9",
      "10",
      "38",
    ]);
  });

  test("a day on which nobody has come yet is no zero", () => {
    const row = (at_least: boolean) => ({
      ...calendar,
      rows: calendar.rows.map((each) =>
        each.day === "2026-11-25" ? { ...each, visits: 0, at_least } : each,
      ),
    });
    const rings = (reply: Calendar) =>
      renderPage(frame("fr", "/calendrier"), { kind: "calendar", calendar: reply })
        .match(/<div class="plot year wide".*?<\/svg><\/div>/s)?.[0]
        .match(/class="zero"/g)?.length;
    expect(rings(row(false))).toBe(2);
    expect(rings(row(true))).toBe(1);
  });

  test("leads from a week to its days, in the language of the page and for the sites shown", () => {
    const chosen = calendar.sites.map((site, i) => ({ ...site, chosen: i < 2 }));
    for (const lang of LANGUAGES) {
      const html = renderPage(frame(lang, "/calendrier"), {
        kind: "calendar",
        calendar: { ...calendar, sites: chosen },
      });
      const prefix = lang === "fr" ? "" : `/${lang}`;
      const sites = "sites=le-labo,chapelle-jesuites";
      expect(html).toContain(`href="${prefix}/frequentation?from=2026-11-16&amp;to=2026-11-23&amp;${sites}"`);
      expect(html).toContain(`${prefix}/calendrier?from=2025-01-01&amp;to=2026-01-01&amp;${sites}`);
    }
  });
});
