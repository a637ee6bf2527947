/** The territory's own colours as a file that browsers may keep. */
import { createHash } from "node:crypto";
import type { Asset } from "../api/assets.ts";
import type { Territory } from "../domain/site.ts";
import { themeSheet } from "../domain/theme.ts";

/** Undefined where the territory has none. */
export function themeAsset({ theme }: Pick<Territory, "theme">): Asset | undefined {
  const text = themeSheet(theme);
  if (text === "") return undefined;
  const hash = createHash("sha256").update(text).digest("base64url").slice(0, 10);
  return { name: `theme-${hash}.css`, text };
}
