/** Draws a screen inside its frame: the one place where the renderer handed in is called. */
import type { Frame, Language, RenderPage, Screen } from "../contract/screen.ts";

/** @param path without language prefix, with query. */
export type Draw = (lang: Language, path: string, screen: Screen) => string;

export function drawWith(render: RenderPage, frame: () => Omit<Frame, "lang" | "path">): Draw {
  return (lang, path, screen) => render({ ...frame(), lang, path }, screen);
}
