import fc from "fast-check";
import { expect, test } from "vitest";
import { GLYPH } from "../../../dashboards/charts/glyphs.tsx";
import { layoutTimeline, type TimelineEntry } from "../../../dashboards/charts/timeline-layout.ts";

const FRAME = { width: 328, usual: 1216, top: 56, count: 63, lanes: 3 };
const entry = (told: Partial<TimelineEntry> = {}): TimelineEntry => ({
  lane: 1,
  glyph: "note",
  run: { from: 10, to: 11 },
  inModel: false,
  name: "neige",
  ...told,
});

const entries = fc.array(
  fc.record({
    lane: fc.nat({ max: 2 }),
    glyph: fc.constantFrom("note" as const, "event" as const, "closure" as const, "more" as const),
    run: fc
      .tuple(fc.integer({ min: -20, max: 80 }), fc.integer({ min: 1, max: 30 }))
      .map(([from, length]) => ({ from, to: from + length })),
    inModel: fc.boolean(),
    name: fc.constantFrom("", "neige", "Anniversaire de la bataille"),
  }),
  { maxLength: 60 },
);

test("marks of a row never touch and stay inside, and none is lost", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const { marks } = layoutTimeline(list, FRAME);
      const step = FRAME.width / FRAME.count;
      for (const row of Map.groupBy(marks, ({ y }) => y).values()) {
        const xs = row.map(({ slot }) => slot * step).sort((a, b) => a - b);
        for (const [i, x] of xs.entries()) {
          expect(x).toBeGreaterThanOrEqual(GLYPH / 2 - 0.01);
          expect(x).toBeLessThanOrEqual(FRAME.width - GLYPH / 2 + 0.01);
          if (i > 0) expect(x - (xs[i - 1] ?? 0)).toBeGreaterThanOrEqual(GLYPH - 0.01);
        }
      }
      const inside = list.filter(
        ({ run, glyph }) =>
          run.to > 0 && run.from < FRAME.count && (glyph !== "closure" || run.to - run.from === 1),
      );
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(inside.length);
    }),
    // A row holds twenty glyphs at this width: more than fit at the edge are counted in the last one.
    { examples: [[Array.from({ length: 40 }, () => entry({ run: { from: 62, to: 63 } }))]] },
  );
});

test("what the data say stands below what people say, and a lane without either is low", () => {
  const { marks, lanes } = layoutTimeline([entry(), entry({ glyph: "more" })], FRAME);
  const [note, more] = [
    marks.find(({ glyph }) => glyph === "note"),
    marks.find(({ glyph }) => glyph === "more"),
  ];
  expect((more?.y ?? 0) - (note?.y ?? 0)).toBe(20);
  expect(lanes.map(({ top, bottom }) => bottom - top)).toEqual([30, 70, 30]);
});

test("the same thing twice in a week is one mark with a number", () => {
  const { marks } = layoutTimeline([entry(), entry({ run: { from: 12, to: 13 } })], FRAME);
  expect(marks).toMatchObject([{ count: 2, label: "× 2" }]);
});

test("a closure is a bar cut at the edges, an event of days a line under its mark", () => {
  const closed = layoutTimeline([entry({ glyph: "closure", run: { from: -5, to: 40 } })], FRAME);
  expect(closed.marks).toEqual([]);
  expect(closed.bars).toMatchObject([{ kind: "closed", run: { from: 0, to: 40 }, label: "neige" }]);
  const event = layoutTimeline([entry({ glyph: "event", run: { from: 50, to: 90 } })], FRAME);
  expect(event.bars).toMatchObject([{ kind: "span", run: { from: 50, to: 63 } }]);
  expect(event.marks).toHaveLength(1);
});

test("a name that only fits on a wide screen is kept for it", () => {
  const long = { name: "Anniversaire de la bataille de Cambrai" };
  const { marks } = layoutTimeline(
    [entry(long), entry({ glyph: "event", run: { from: 26, to: 27 } })],
    FRAME,
  );
  expect(marks.map(({ shown }) => shown)).toEqual(["roomy", "always"]);
});
