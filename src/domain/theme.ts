/** Colours by which a territory brands the pages: ten names, light and dark, and the contrast that text and marks need
 *  whatever the brand. The style sheet holds the same colours; a test compares them. */

/** As `#rrggbb`. Names are those of the style sheet's custom properties. */
export const COLOURS = {
  bg: { light: "#f5f5f2", dark: "#101416" },
  we: { light: "#eaeae5", dark: "#1a1f22" },
  ink: { light: "#14181b", dark: "#f0f1ed" },
  ink2: { light: "#474e54", dark: "#b9c0c3" },
  ink3: { light: "#5a6167", dark: "#98a0a4" },
  n1: { light: "#797f85", dark: "#8b9398" },
  acc: { light: "#006c58", dark: "#4fd0af" },
  b50: { light: "#80c3b1", dark: "#206c59" },
  b80: { light: "#bfe1d7", dark: "#17433a" },
  amb: { light: "#ffc21a", dark: "#ffc21a" },
  "on-amb": { light: "#14181b", dark: "#14181b" },
  hol: { light: "#e3d08c", dark: "#6b5a1e" },
  bar: { light: "#14181b", dark: "#000000" },
  "on-bar": { light: "#f5f5f2", dark: "#f5f5f2" },
  "on-bar2": { light: "#b9c0c3", dark: "#b9c0c3" },
} as const;
export type Colour = keyof typeof COLOURS;

export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What a territory changes; what it leaves out stays. */
export type Theme = { readonly [S in Scheme]: { readonly [C in Colour]?: string | undefined } };

/** Text needs 4.5 to 1, marks that carry meaning 3 to 1.  SOURCE: WCAG 2.2, 1.4.3 and 1.4.11. */
const NEEDED: readonly (readonly [fore: Colour, back: Colour, ratio: number])[] = [
  ["ink", "bg", 4.5],
  ["ink", "we", 4.5],
  ["ink2", "bg", 4.5],
  ["ink2", "we", 4.5],
  ["ink3", "bg", 4.5],
  ["ink3", "we", 4.5],
  ["acc", "bg", 4.5],
  ["acc", "we", 4.5],
  ["acc", "b50", 3],
  ["acc", "b80", 3],
  ["n1", "bg", 3],
  ["on-amb", "amb", 4.5],
  ["on-bar", "bar", 4.5],
  ["on-bar2", "bar", 4.5],
  ["amb", "bar", 3],
];

/** A colour that cannot be told from what it stands on. */
export interface Faint {
  readonly scheme: Scheme;
  readonly fore: Colour;
  readonly back: Colour;
  /** Contrast as it is, rounded down to tenths, and as it has to be. */
  readonly ratio: number;
  readonly needed: number;
}

/** Pairs that a theme makes too faint, the changed colours beside those that stay. */
export function faintIn(theme: Theme): Faint[] {
  return SCHEMES.flatMap((scheme) => {
    const colour = (name: Colour) => theme[scheme][name] ?? COLOURS[name][scheme];
    return NEEDED.flatMap(([fore, back, needed]) => {
      const ratio = Math.floor(contrast(colour(fore), colour(back)) * 10) / 10;
      return ratio < needed ? [{ scheme, fore, back, ratio, needed }] : [];
    });
  });
}

/** Contrast ratio of two colours `#rrggbb`, from 1 to 21.  SOURCE: WCAG 2.2, relative luminance. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The theme as a style sheet that stands after the pages' own; empty where nothing changes. Each scheme for itself: a
 *  light colour must not win in the dark. Paper stays as it is. */
export function themeSheet(theme: Theme): string {
  return SCHEMES.flatMap((scheme) => {
    const set = Object.entries(theme[scheme]).flatMap(([name, value]) =>
      value ? [`--${name}:${value}`] : [],
    );
    return set.length > 0
      ? [`@media screen and (prefers-color-scheme:${scheme}){:root{${set.join(";")}}}`]
      : [];
  }).join("\n");
}
