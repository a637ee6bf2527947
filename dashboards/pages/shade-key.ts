/** The classes of a heat map in the reading key: up to 40, 41 to 80 … over 240. */
import { type Classes, shadeOf } from "../charts/classes.ts";
import type { Swatch } from "../components/key.tsx";
import type { Words } from "../i18n/catalog.ts";

const SWATCH: readonly Swatch[] = ["shade0", "shade1", "shade2", "shade3", "shade4"];

/** @param next what is added to a limit to begin the next class: 1 for people, 0 for rates */
export function shadeItems(
  classes: Classes,
  figure: (value: number) => string,
  next: number,
  { t }: Words,
): { readonly swatch: Swatch; readonly text: string }[] {
  const { key } = t.calendar;
  const { limits } = classes;
  const text = (n: number): string => {
    const [below, limit] = [limits[n - 1], limits[n]];
    if (limit === undefined) return below === undefined ? key.any : key.above(figure(below));
    return below === undefined ? key.upTo(figure(limit)) : key.between(figure(below + next), figure(limit));
  };
  return Array.from({ length: limits.length + 1 }, (_, n) => ({
    swatch: SWATCH[shadeOf(classes, n)] ?? "shade2",
    text: text(n),
  }));
}
