import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutAttendance } from "../../../dashboards/charts/attendance-layout.ts";
import type { LineDay, LineWords } from "../../../dashboards/charts/attendance-model.ts";

const frame = { width: 648, usual: 1096, top: 64, bottom: 368 };
const words: LineWords = {
  year: "2026",
  before: "2025",
  estimated: "estimé",
  open: "ouvert",
  marks: [],
  breaks: [],
};
const day = (visits: number | null, over: Partial<LineDay> = {}): LineDay => ({
  visits,
  before: null,
  state: visits === null ? "closed" : "measured",
  weekend: false,
  ...over,
});

test("closed, missing, zero and estimated are four different marks", () => {
  const days = [
    day(40),
    day(null),
    day(null, { state: "missing" }),
    day(0),
    day(20, { state: "estimated" }),
    day(30),
  ];
  const layout = layoutAttendance(days, words, frame);
  expect(layout.closed).toEqual([{ from: 1, to: 2 }]);
  expect(layout.missing).toEqual([{ from: 2, to: 3 }]);
  expect(layout.zeros).toHaveLength(1);
  expect(layout.zeros[0]).toMatchObject({ slot: 3.5, y: 368 });
  expect(layout.estimated[0]).toMatchObject({ slot: 4.5 });
  expect(layout.dots.match(/h0/g)).toHaveLength(2);
});

test("the scale starts at zero and its largest value stays below the top", () => {
  const layout = layoutAttendance([day(412), day(100)], words, frame);
  expect(layout.scale.y(0)).toBe(368);
  expect(layout.scale.y(412)).toBeGreaterThan(64);
});

test("a period without a single value still has a scale and no line", () => {
  const layout = layoutAttendance([day(null), day(null, { state: "missing" })], words, frame);
  expect(layout.measured).toBe("");
  expect(layout.year).toBeNull();
  expect(layout.scale.ticks.length).toBeGreaterThan(0);
});

test("the highest mark stands above the plot, a lower one beside its day, and neither on the other", () => {
  const days = Array.from({ length: 58 }, (_, i) => day(i === 53 ? 412 : i === 44 ? 388 : 60));
  const marks = [
    { slot: 44, title: "11 nov.", value: "Armistice, 388" },
    { slot: 53, title: "20 nov., bataille de Cambrai", value: "412 visites, 336 le 20 nov. 2025" },
  ];
  const layout = layoutAttendance(days, { ...words, marks }, frame);
  const [first, second] = layout.marks;
  expect(first?.title).toContain("20 nov.");
  expect(first?.baseline).toBe(56);
  expect(first?.label.anchor).toBe("end");
  expect(second?.baseline).toBeGreaterThan(64);
});

test("two marks on neighbouring days never write over each other", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 57 }), { minLength: 1, maxLength: 6 }), (slots) => {
      const days = Array.from({ length: 58 }, (_, i) => day(100 + ((i * 37) % 200)));
      const marks = slots.map((slot) => ({ slot, title: `fête ${slot}`, value: "120 visites" }));
      const placed = layoutAttendance(days, { ...words, marks }, frame).marks;
      const rows = placed.map((mark) => ({ x: (mark.label.slot / 58) * 1096, y: mark.baseline }));
      for (const [i, a] of rows.entries())
        for (const b of rows.slice(i + 1))
          expect(Math.abs(a.x - b.x) > 50 || Math.abs(a.y - b.y) >= 28).toBe(true);
    }),
    { numRuns: 60 },
  );
});
