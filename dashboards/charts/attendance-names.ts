/** Names on the lines themselves: the two years, and the word beside an estimated day. */
import type { Estimate, LeaderLabel, LineDay, LineFrame, LineLayout } from "./attendance-model.ts";
import { claim, type Field, type Shown, type Spot } from "./label-field.ts";
import { textWidth } from "./text-width.ts";

/** The current year is named beside one of its highest days: the highest that has room, lines in the way only where
 *  there is no other place. */
export function nameYear(
  text: string,
  days: readonly LineDay[],
  ys: readonly number[],
  usual: Field,
  narrowest: Field,
): LineLayout["year"] {
  const width = textWidth(text, 14, true);
  const highest = days
    .flatMap((day, slot) => ((day.visits ?? 0) > 0 ? [{ slot, visits: day.visits ?? 0 }] : []))
    .sort((a, b) => b.visits - a.visits)
    .slice(0, 12);
  for (const over of [false, true]) {
    for (const { slot } of highest) {
      const y = (ys[slot] ?? 0) + 2;
      const rows = { width, top: y - 9, bottom: y + 3, over };
      for (const right of [true, false]) {
        const side = right ? ({ dx: 10, anchor: "start" } as const) : ({ dx: -10, anchor: "end" } as const);
        const shown = claim({ slot: slot + 0.5, ...side, ...rows }, usual, narrowest);
        if (shown) return { slot: slot + 0.5, y, right, shown };
      }
    }
  }
  return null;
}

/** The word "estimated" is written where no line runs and nothing else stands; the mark is always drawn. */
export function nameEstimates(
  days: readonly LineDay[],
  ys: readonly number[],
  word: string,
  usual: Field,
  narrowest: Field,
): Estimate[] {
  const width = textWidth(word);
  return days.flatMap((day, i): Estimate[] => {
    if (day.state !== "estimated" || day.visits === null) return [];
    const slot = i + 0.5;
    const y = ys[i] ?? 0;
    if (word === "") return [{ slot, y, word: "none", shown: "always" }];
    const right: Spot = { slot, dx: 9, anchor: "start", width, top: y - 6, bottom: y + 6, over: false };
    const below: Spot = { slot, dx: 0, anchor: "middle", width, top: y + 9, bottom: y + 22, over: false };
    for (const [name, spot] of [["right", right] as const, ["below", below] as const]) {
      const shown = claim(spot, usual, narrowest);
      if (shown) return [{ slot, y, word: name, shown }];
    }
    return [{ slot, y, word: "none", shown: "always" }];
  });
}

/** Looks for a day on which the year before runs below and the space under it is free: the nearer to the line and the
 *  wider the gap between the years, the better. */
export function nameBefore(
  text: string,
  ys: readonly number[],
  befores: readonly number[],
  frame: LineFrame,
  usual: Field,
  narrowest: Field,
): LeaderLabel | null {
  const width = textWidth(text, 12, true);
  const tried = befores.flatMap((y, i) => {
    const gap = y - (ys[i] ?? Number.NaN);
    if (!(gap >= 4)) return [];
    return [24, 32, 40, 48, 64, 80, 96].map((drop) => ({ slot: i + 0.5, y, drop, cost: drop - 1.2 * gap }));
  });
  for (const { slot, y, drop } of tried.sort((a, b) => a.cost - b.cost)) {
    const rows = { top: y + drop - 2, bottom: y + drop + 14, over: false };
    if (rows.bottom > frame.bottom - 4) continue;
    const shown = claim({ slot, dx: 0, anchor: "middle", width, ...rows }, usual, narrowest);
    if (shown) return { slot, y: y + drop + 10, from: y + 4, to: y + drop - 4, shown };
  }
  return null;
}

/** The word "open" on the left of a zero, above the axis. */
export function placeZero(
  { slot, y }: { readonly slot: number; readonly y: number },
  word: string,
  usual: Field,
  narrowest: Field,
): Shown | null {
  const width = textWidth(word);
  return claim(
    { slot, dx: -8, anchor: "end", width, top: y - 32, bottom: y - 2, over: true },
    usual,
    narrowest,
  );
}
