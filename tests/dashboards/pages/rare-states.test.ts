/** What the screens say where the usual sentence would be wrong. */
import { describe, expect, test } from "vitest";
import { shareOf, shareOrNone } from "../../../dashboards/components/how.tsx";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { attendanceAnswer } from "../../../dashboards/pages/attendance-words.ts";
import { placeNote } from "../../../dashboards/pages/board-words.ts";
import { wholeSteps } from "../../../dashboards/pages/outlook-drivers.tsx";
import { outlookAnswer, outlookTitle, scoreSentences } from "../../../dashboards/pages/outlook-words.ts";
import { todayAnswer } from "../../../dashboards/pages/today-answer.ts";
import { todayFigures } from "../../../dashboards/pages/today-figures.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import type { Attendance } from "../../../src/contract/attendance.ts";
import type { Outlook } from "../../../src/contract/outlook.ts";
import type { Frame } from "../../../src/contract/screen.ts";
import { addDays } from "../../../src/domain/time.ts";
import { attendance } from "../fixtures/attendance.ts";
import { outlook } from "../fixtures/outlook.ts";
import { mondayBoard } from "../fixtures/stories.ts";

const fr = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const frame: Frame = {
  lang: "fr",
  path: "/",
  office: { fr: "Office" },
  simulated: false,
  sites: [],
  version: "0",
  assets: { style: "a.css", script: "a.js" },
};

describe("the board", () => {
  const open = mondayBoard.rows.find((row) => row.opening.kind === "open");
  const holed = {
    ...mondayBoard,
    territory: { ...mondayBoard.territory, bound: "at_least" as const },
    rows: mondayBoard.rows.map((row) => (row === open ? { ...row, visits: null } : row)),
  };

  test("does not call the data complete where an open site has no figure", () => {
    const { first, second } = todayAnswer(holed, fr);
    expect(first).not.toContain("toutes les données");
    expect(plain(second)).toContain("Dimanche dans l’habitude, au moins 281 visites.");
    expect(plain(todayFigures(holed, fr)[0]?.value ?? "")).toBe("≥ 281");
  });

  test("says that the hours shown before opening are yesterday's", () => {
    expect(open && plain(placeNote(open, mondayBoard, 100, fr))).toMatch(/ · hier · \d+ h/);
  });

  test("writes a weekend without width as one number", () => {
    const { weekend } = mondayBoard;
    const board = { ...mondayBoard, weekend: weekend && { ...weekend, both: { low: 590, high: 590.2 } } };
    expect(plain(todayAnswer(board, fr).second)).toContain(": 590 visites");
  });
});

describe("shares", () => {
  test("are nothing or everything only when they are", () => {
    expect(shareOrNone(0, fr)).toBeNull();
    expect(plain(shareOrNone(0.0001, fr) ?? "")).toBe("moins de 1 %");
    expect(plain(shareOf(0.9999, fr))).toBe("plus de 99 %");
    expect(plain(shareOf(1, fr))).toBe("100 %");
  });
});

describe("the outlook", () => {
  test("does not say that nothing is booked where another day has bookings", () => {
    const coming = outlook.coming.map((day) => (day.day === outlook.selected ? { ...day, booked: 0 } : day));
    expect(outlookAnswer({ ...outlook, coming }, fr).second).not.toContain("place");
    const none = outlook.coming.map((day) => ({ ...day, booked: 0 }));
    expect(outlookAnswer({ ...outlook, coming: none }, fr).second).toContain(
      "Aucune place réservée pour samedi.",
    );
  });

  test("needs two days for a plural in its title, and writes one number for one number", () => {
    const one = { ...outlook, past: [], coming: outlook.coming.slice(0, 5) };
    expect(plain(outlookTitle(one, fr))).toBe(
      "La plus forte journée à venir : samedi 28 novembre, environ 115 visites",
    );
    const flat = { q10: 6, q25: 8, q50: 10, q75: 12, q90: 14 };
    const coming = outlook.coming.map((day) => (day.forecast ? { ...day, forecast: flat } : day));
    expect(plain(outlookTitle({ ...outlook, past: [], coming }, fr))).toContain("autour de 10 visites");
  });

  test("averages nothing over fewer than ten days", () => {
    const scores = [{ lead: 7, days: 9, mae: 26, naive_mae: 24, inside: 8 }];
    expect(plain(scoreSentences({ ...outlook, scores }, fr).first)).toContain("9 sur les 10");
  });

  test("a site closed throughout has a sentence and no plot", () => {
    const closed = { kind: "closed", reason: null } as unknown as Outlook["coming"][number]["opening"];
    const reply: Outlook = {
      ...outlook,
      past: outlook.past.map((day) => ({ ...day, opening: closed, visits: null, state: "closed" })),
      coming: outlook.coming.map((day) => ({ ...day, opening: closed, forecast: null, group_only: false })),
      selected: null,
      drivers: [],
    };
    const html = renderPage(frame, { kind: "outlook", outlook: reply });
    expect(html).toContain("Fermé ces deux dernières semaines");
    expect(html).not.toContain('class="plot');
    expect(html).not.toContain("des heures ouvertes");
  });

  test("the steps end on the middle of the forecast", () => {
    const drivers = [20.4, 10.4, 3.3].map((people) => ({ kind: "rest" as const, name: null, people }));
    const sum = wholeSteps(drivers, 36).reduce((whole, { people }) => whole + people, 0);
    expect(sum).toBe(36);
  });
});

describe("attendance", () => {
  const future: Attendance = {
    ...attendance,
    from: "2027-01-01",
    to: "2027-02-01",
    total: null,
    rows: [],
    weeks: [],
    marks: [],
    breaks: [],
    growth: { to_date: null, comparable: null, per_open_hour: null },
  };

  test("a period to come has no chart and no broken attribute", () => {
    const html = renderPage(frame, { kind: "attendance", attendance: future });
    expect(html).not.toContain("NaN");
    expect(html).not.toContain("Pas d’année comparable");
    expect(plain(html)).toContain("Rien encore sur cette période");
  });

  test("one day is one date and singular", () => {
    const [row] = attendance.rows;
    const reply: Attendance = { ...future, from: "2026-10-05", to: "2026-10-06", rows: row ? [row] : [] };
    const html = plain(renderPage(frame, { kind: "attendance", attendance: reply }));
    expect(html).toContain("Le 5 octobre 2026");
    expect(html).toContain(", 1 jour<");
  });

  test("over half a year months are ruled, not weeks", () => {
    const [, row] = attendance.rows;
    const [week] = attendance.weeks;
    const rows = Array.from({ length: 365 }, (_, i) => ({ ...row, day: addDays("2026-01-01", i) }));
    const weeks = Array.from({ length: 53 }, (_, i) => ({ ...week, monday: addDays("2025-12-29", 7 * i) }));
    const year = { ...future, from: "2026-01-01", to: "2027-01-01", total: 1, rows, weeks } as Attendance;
    const html = plain(renderPage(frame, { kind: "attendance", attendance: year }));
    expect(html).toContain(">févr.<");
    expect(html).not.toContain(">S14");
  });

  test("closed everywhere is not missing", () => {
    const rows = attendance.rows.map((row) => ({ ...row, visits: null, state: "closed" as const }));
    expect(attendanceAnswer({ ...attendance, total: null, rows }, fr).first).toBe(
      "Fermé sur toute cette période.",
    );
  });
});
