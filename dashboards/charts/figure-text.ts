/** Many figures as one node of text: every letter has a place of its own, so a year of days costs three nodes. */
import { textWidth } from "./text-width.ts";

/** A figure centred at `x`, its baseline at `y`; pixels, or whatever `place` makes of them. */
export interface Printed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What a text node with one place a letter needs: letters stand centred on their place. */
export interface Letters {
  readonly text: string;
  readonly x: string;
  readonly y: string;
}

/** @param place pixels from a figure's middle → an x that SVG takes, such as a percentage */
export function lettersOf(
  figures: readonly Printed[],
  place: (x: number, offset: number) => string,
): Letters {
  const texts: string[] = [];
  const xs: string[] = [];
  const ys: string[] = [];
  for (const { text, x, y } of figures) {
    let left = -textWidth(text) / 2;
    for (const letter of text) {
      const width = textWidth(letter);
      // A space is a gap, not a letter: renderers fold it away and its place would go to the next one.
      if (letter.trim() !== "") {
        texts.push(letter);
        xs.push(place(x, left + width / 2));
        ys.push(String(y));
      }
      left += width;
    }
  }
  return { text: texts.join(""), x: xs.join(" "), y: ys.join(" ") };
}
