import { describe, expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { attendanceAnswer, attendanceTitle } from "../../../dashboards/pages/attendance-words.ts";
import { outlookAnswer, outlookTitle, scoreSentences } from "../../../dashboards/pages/outlook-words.ts";
import { todayAnswer } from "../../../dashboards/pages/today-answer.ts";
import type { Board } from "../../../src/contract/board.ts";
import { attendance } from "../fixtures/attendance.ts";
import { board } from "../fixtures/board.ts";
import { outlook, refused } from "../fixtures/outlook.ts";
import { emptyBoard, emptyOutlook, mondayBoard, staleAttendance, staleBoard } from "../fixtures/stories.ts";

const fr = wordsFor("fr", "Europe/Paris");
const en = wordsFor("en", "Europe/Paris");
/** No-break spaces read as plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const today = (reply: Board, words = fr) => {
  const { first, second } = todayAnswer(reply, words);
  return [plain(first), plain(second)];
};

describe("the board answers", () => {
  test("an open day with its verdict, hour and caveat, then the weekend", () => {
    expect(today(board)).toEqual([
      "Journée ordinaire : au moins 117 visites à 15 h 40, mais deux sites se taisent.",
      "Week-end chargé en vue, surtout samedi : entre 520 et 680 visites en deux jours, 8 fois sur 10.",
    ]);
    expect(today(board, en)[0]).toBe(
      "An ordinary day: at least 117 visits by 15:40, but two sites are silent.",
    );
  });

  test("before opening with yesterday", () => {
    expect(today(mondayBoard)).toEqual([
      "Lundi calme : les six sites sont fermés, toutes les données d’hier sont là.",
      "Dimanche dans l’habitude, 281 visites. Week-end chargé en vue : entre 515 et 690 visites, 8 fois sur 10.",
    ]);
  });

  test("without a verdict where there is no history, without the hour once all is closed", () => {
    const evening = { ...board, verdict: "unknown" as const, now: "2026-11-25T20:00:00Z" };
    expect(today(evening)[0]).toBe("Au moins 117 visites, mais deux sites se taisent.");
  });

  test("silence as silence, not as zero", () => {
    expect(today(staleBoard)[0]).toBe(
      "Aucun chiffre à 15 h 40 : tous les sites se taisent. Ce n’est pas zéro.",
    );
  });

  test("a first start with what to do", () => {
    expect(today(emptyBoard)).toEqual([
      "Aucune donnée pour l’instant.",
      "Branchez un compteur, importez un fichier ou saisissez à la main.",
    ]);
  });

  test("a weekend that has begun is not ahead any more", () => {
    const saturday = { ...board, now: "2026-11-28T10:00:00Z", day: "2026-11-28" };
    expect(today(saturday)[1]).toMatch(/^Week-end chargé, surtout samedi/);
  });

  test("sentences keep to 80 and 105 characters", () => {
    for (const reply of [board, mondayBoard, staleBoard]) {
      const [first = "", second = ""] = today(reply);
      expect(first.length).toBeLessThanOrEqual(80);
      expect(second.length).toBeLessThanOrEqual(105);
    }
  });
});

describe("attendance answers", () => {
  test("how many, and how much more on comparable days with the visits behind it", () => {
    const { first, second } = attendanceAnswer(attendance, fr);
    expect(plain(first)).toBe("11 915 visites, 7,5 % de plus que l’an dernier à jours comparables.");
    expect(plain(second)).toContain("+798 visites sur 47 paires de jours");
  });

  test("no comparison where there is no year to compare with", () => {
    const { first, second } = attendanceAnswer(staleAttendance, fr);
    expect(plain(first)).toBe("11 915 visites.");
    expect(second).toMatch(/^Pas d’année comparable/);
  });

  test("the break that explains the rise is the finding, else the strongest day", () => {
    expect(plain(attendanceTitle(attendance, fr))).toBe(
      "Vacances de la Toussaint : les trois quarts de la hausse",
    );
    expect(plain(attendanceTitle({ ...attendance, breaks: [] }, fr))).toBe(
      "24 octobre : 492 visites, la plus forte journée",
    );
  });
});

describe("the outlook answers", () => {
  test("tomorrow, the day that matters with its range, bookings and desk", () => {
    const { first, second } = outlookAnswer(outlook, fr);
    expect(plain(first)).toBe("Demain, fermé. Samedi : entre 88 et 142 visites, 8 jours sur 10.");
    expect(plain(second)).toBe(
      "45 places sont déjà réservées pour samedi. À l’accueil : trois personnes samedi et dimanche, une vendredi pour un groupe.",
    );
  });

  test("a refusal says why and what is missing", () => {
    expect(plain(outlookAnswer(refused, fr).first)).toBe(
      "Pas encore de prévision : il faut au moins 8 semaines de mesures.",
    );
    expect(outlookAnswer(emptyOutlook, en).first).toMatch(/^No data for this site yet/);
  });

  test("the title names the peak behind and the fullest weekday ahead", () => {
    expect(plain(outlookTitle(outlook, fr))).toBe(
      "Après le pic du 20 novembre, des samedis autour de 95 à 115 visites jusqu’au 23 décembre",
    );
  });

  test("the simple rule is said to win when it wins", () => {
    const scores = [{ lead: 7, days: 39, mae: 26, naive_mae: 24, inside: 30 }];
    expect(plain(scoreSentences({ ...outlook, scores }, fr).first)).toContain(
      "se trompe moins que notre modèle",
    );
    expect(scoreSentences({ ...outlook, scores: [] }, en).first).toMatch(/^Too few days have been checked/);
  });
});
