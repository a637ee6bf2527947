/** Glyphs of the logbook: one shape per kind. Filled = in the model, outlined = not: the class of the `use` decides. */
import type { JSX } from "preact";

const SHAPES = {
  note: "M2.5 2.5H11.5V11.5H2.5Z",
  event: "M7 1L13 7L7 13L1 7Z",
  holiday: "M7 2A5 5 0 0 1 7 12A5 5 0 0 1 7 2Z",
  closure: "M1 4.5H13V9.5H1Z",
  fault: "M3 1L7 5L11 1L13 3L9 7L13 11L11 13L7 9L3 13L1 11L5 7L1 3Z",
  action: "M2 1.5L12.5 7L2 12.5Z",
  correction: "M1.5 2.5L12.5 11.5V2.5L1.5 11.5Z",
  more: "M7 1.5L13 12H1Z",
  fewer: "M7 12.5L1 2H13Z",
} as const;

export type Glyph = keyof typeof SHAPES;
const GLYPHS = Object.keys(SHAPES).filter((name): name is Glyph => name in SHAPES);
/** What the data say is mint like everything measured; what people say is ink. */
const DATA: readonly Glyph[] = ["correction", "more", "fewer"];

/** Pixels that a glyph takes. */
export const GLYPH = 14;

/** Once a page. */
export function GlyphSymbols() {
  return (
    <svg width="0" height="0" aria-hidden="true" class="defs">
      {GLYPHS.map((name) => (
        <symbol id={`g-${name}`} viewBox="0 0 14 14">
          <path d={SHAPES[name]} />
        </symbol>
      ))}
    </svg>
  );
}

export function glyphClass(glyph: Glyph, inModel: boolean): string {
  return `${inModel ? "g-in" : "g-out"}${DATA.includes(glyph) ? " g-data" : ""}`;
}

/** A glyph centred on a point of a drawing. */
export function GlyphAt({ x, y, glyph, inModel }: { x: string; y: number; glyph: Glyph; inModel: boolean }) {
  return (
    <use
      href={`#g-${glyph}`}
      x={x}
      y={y - GLYPH / 2}
      width={GLYPH}
      height={GLYPH}
      transform={`translate(${-GLYPH / 2} 0)`}
      class={glyphClass(glyph, inModel)}
    />
  );
}

/** A glyph in running text. */
export function GlyphIcon({ glyph, inModel }: { glyph: Glyph; inModel: boolean }): JSX.Element {
  return (
    <svg width={GLYPH} height={GLYPH} aria-hidden="true">
      <use href={`#g-${glyph}`} class={glyphClass(glyph, inModel)} />
    </svg>
  );
}
