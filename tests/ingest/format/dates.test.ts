import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTimeOfDay, parseWall } from "../../../ingest/format/dates.ts";

const wall = (iso: string): number => Date.parse(`${iso}Z`);

test("dates are read as exports write them", () => {
  const written: Record<string, string> = {
    "2026-07-14T10:15": "2026-07-14T10:15:00",
    "2026-07-14 10:15:30": "2026-07-14T10:15:30",
    "2026-07-14": "2026-07-14T00:00:00",
    "14/07/2026": "2026-07-14T00:00:00",
    "14/07/26": "2026-07-14T00:00:00",
    "14/07/87": "1987-07-14T00:00:00",
    "1/7/2026 9:05": "2026-07-01T09:05:00",
    "14.07.2026 14h30": "2026-07-14T14:30:00",
    "14/07/2026 à 14h": "2026-07-14T14:00:00",
    "20260714": "2026-07-14T00:00:00",
    "2026-07-14T10:15:30.250": "2026-07-14T10:15:30.250",
    "14/07/2026 24:00": "2026-07-15T00:00:00",
    "46217": "2026-07-14T00:00:00",
    "46217,604166666664": "2026-07-14T14:30:00",
    "46217.604166666664": "2026-07-14T14:30:00",
  };
  for (const [text, iso] of Object.entries(written))
    expect([text, parseWall(text).wall]).toEqual([text, wall(iso)]);
});

test("an offset makes the reading an instant", () => {
  expect(parseWall("2026-07-14T10:02:11.120+02:00")).toMatchObject({ offset: 7_200_000, dateOnly: false });
  expect(parseWall("2026-07-14T10:02Z").offset).toBe(0);
  expect(parseWall("2026-07-14 10:02 -0330").offset).toBe(-12_600_000);
  expect(parseWall("2026-07-14").dateOnly).toBe(true);
});

test("days and times that do not exist are none", () => {
  const wrong = [
    "",
    "31/02/2026",
    "2025-02-29",
    "2026-13-01",
    "00/01/2026",
    "2026-07-14T25:00",
    "2026-07-14T10:60",
    "2026-07-14T24:01",
    "2026-07-14T14:",
    "14/07",
    "juillet",
    "2026-07-14T10:15:61",
    "Total",
    "12",
    "99999",
    "2026-07-14 x",
    "1e9",
  ];
  for (const text of wrong) expect([text, parseWall(text).wall]).toEqual([text, Number.NaN]);
});

test("month-first dates are read as such when declared", () => {
  expect(parseWall("07/14/2026", "mdy").wall).toBe(wall("2026-07-14T00:00:00"));
  expect(parseWall("07/14/2026").wall).toBe(Number.NaN);
});

test("any minute of two centuries comes back from each of its writings", () => {
  const minutes = fc.integer({
    min: wall("1900-01-01T00:00:00") / 60_000,
    max: wall("2199-12-31T23:59:00") / 60_000,
  });
  fc.assert(
    fc.property(minutes, (minute) => {
      const iso = new Date(minute * 60_000).toISOString();
      const [date = "", time = ""] = iso.split("T");
      const [y, m, d] = date.split("-");
      const clock = time.slice(0, 5);
      for (const text of [
        iso.slice(0, 16),
        iso.slice(0, 19),
        `${date} ${clock}`,
        `${d}/${m}/${y} ${clock}`,
      ]) {
        expect(parseWall(text).wall).toBe(minute * 60_000);
      }
      expect(parseTimeOfDay(clock.replace(":", "h"))).toBe(
        (((minute * 60_000) % 86_400_000) + 86_400_000) % 86_400_000,
      );
    }),
  );
});
