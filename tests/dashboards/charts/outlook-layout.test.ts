import { expect, test } from "vitest";
import {
  type ColumnDay,
  type ColumnWords,
  layoutOutlook,
} from "../../../dashboards/charts/outlook-layout.ts";

const levels = { q10: 88, q25: 103, q50: 115, q75: 129, q90: 142 };
const blank: ColumnDay = {
  visits: null,
  state: "closed",
  promised: null,
  forecast: null,
  booked: 0,
  closed: true,
  weekend: false,
};
const coming: ColumnDay = { ...blank, state: "coming", closed: false };
const days: ColumnDay[] = [
  { ...blank, state: "measured", visits: 214, promised: { low: 150, high: 230 }, closed: false },
  { ...blank, state: "missing", promised: { low: 80, high: 128 }, closed: false },
  { ...coming, visits: 31, forecast: { q10: 44, q25: 49, q50: 54, q75: 60, q90: 66 } },
  { ...coming, closed: true, state: "coming" },
  { ...coming, booked: 52 },
  { ...coming, forecast: levels, booked: 45 },
];
const words: ColumnWords = {
  marks: [{ slot: 0, title: "20 nov.", value: "214" }],
  callout: { title: "sam. 28 nov. : entre 88 et 142 visites", sub: "8 jours sur 10" },
  range: () => "88–142",
  week: () => "2026 48",
};
const frame = { width: 648, top: 64, bottom: 368, ticks: 5, today: 2, selected: 5 };
const layout = layoutOutlook(days, words, frame);

test("a forecast is one step a day and is never joined across a closed day", () => {
  expect(layout.coming.band.match(/M/g)).toHaveLength(2);
  expect(layout.coming.middle).toBe(layout.coming.middle.replaceAll("L", ""));
});

test("a missing day has neither bar nor bracket", () => {
  expect(layout.missing).toEqual([{ from: 1, to: 2 }]);
  expect(layout.promised.match(/V/g)).toHaveLength(1);
  expect(layout.bars.match(/Z/g)).toHaveLength(2);
});

test("places booked stand inside the band, and alone on a day for a group", () => {
  expect(layout.booked.match(/Z/g)).toHaveLength(2);
  expect(layout.closed).toEqual([{ from: 3, to: 4 }]);
});

test("the selected day is framed and its words end above everything they cover", () => {
  expect(layout.callout).toMatchObject({ slot: 5, anchor: "end" });
  expect(layout.callout?.textBottom).toBeLessThan(layout.callout?.frameTop ?? 0);
});

test("the words of the highest band stand clear of it", () => {
  const alone = layoutOutlook([coming, { ...coming, forecast: levels }], words, {
    ...frame,
    today: 0,
    selected: 1,
  });
  expect(alone.callout?.textBottom).toBeLessThanOrEqual(alone.scale.y(levels.q90) - 12);
  expect(alone.callout?.textBottom).toBeGreaterThanOrEqual(frame.top + 36);
});

test("the range of the selected week is not printed twice", () => {
  expect(layout.ranges).toEqual([]);
});
