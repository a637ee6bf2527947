/** Where the names of breaks and events stand on the attendance line: above the plot where there is room, beside the
 *  day where there is not, and nowhere rather than on top of something else. */
import type { LineFrame, LineWords, PlacedBreak, PlacedMark } from "./attendance-model.ts";
import { centred, claim, type Field } from "./label-field.ts";
import { textWidth } from "./text-width.ts";

const LINE = 16;
/** Heights over a day at which its name is tried, px. */
const CLEAR = [24, 40, 56, 72, 88, 104, 128, 152];

/** Breaks first: their bracket has one place only. Text that does not fit is left to the reading key. */
export function placeBreaks(
  breaks: LineWords["breaks"],
  count: number,
  frame: LineFrame,
  usual: Field,
  narrowest: Field,
): PlacedBreak[] {
  return breaks.map(({ run, title, sub }) => {
    const width = Math.max(textWidth(title, 12, true), textWidth(sub));
    const middle = (Math.max(0, run.from) + Math.min(count, run.to)) / 2;
    const rows = { top: frame.top - 40, bottom: frame.top - 2, over: true };
    const spot = centred(middle, count, width, narrowest, rows);
    const shown = claim(spot, usual, narrowest);
    return { run, title, sub, label: shown && { slot: spot.slot, anchor: spot.anchor, shown } };
  });
}

/** Marks from the highest day down: the tallest gets the band above the plot, the others stand over their day, as high
 *  as they must to be clear of the lines. A mark without room for its name is left to the table: a stem that says
 *  nothing explains nothing. */
export function placeMarks(
  marks: LineWords["marks"],
  ys: readonly number[],
  frame: LineFrame,
  usual: Field,
  narrowest: Field,
): PlacedMark[] {
  const height = (slot: number) => {
    const y = ys[slot] ?? Number.NaN;
    return Number.isNaN(y) ? frame.bottom : y;
  };
  return [...marks]
    .sort((a, b) => height(a.slot) - height(b.slot))
    .flatMap((mark, rank): PlacedMark[] => {
      const width = Math.max(textWidth(mark.title, 12, true), textWidth(mark.value));
      const y = height(mark.slot);
      const lines = mark.value === "" ? 1 : 2;
      const stem = { ...mark, slot: mark.slot + 0.5, to: y - 8 };
      const places = [
        ...CLEAR.map((clear) => ({ baseline: y - clear, over: false })).filter(
          ({ baseline }) => baseline === y - 24 || baseline > frame.top + lines * LINE,
        ),
        { baseline: frame.top - 8, over: true },
      ];
      for (const { baseline, over } of rank === 0 ? places.reverse() : places) {
        const rows = { top: baseline - lines * LINE + 4, bottom: baseline + 4, over };
        const spot = centred(stem.slot, ys.length, width, narrowest, rows);
        const shown = rows.top < 0 ? null : claim(spot, usual, narrowest);
        if (shown) {
          const label = { slot: spot.slot, anchor: spot.anchor, shown };
          return [{ ...stem, from: baseline + 4, baseline, label }];
        }
      }
      return [];
    });
}
