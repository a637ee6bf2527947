/** Counts what the automatic accessibility checks found, and leaves it beside the build for /accessibilite to state. */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import type { Checked } from "../../../src/contract/documents.ts";

const OUT = "dist/dashboards";
let pages = 0;
let violations = 0;
let axe = "";

export function count(found: number, version: string): void {
  pages++;
  violations += found;
  axe = version;
}

/** Writes nothing where nothing was checked. */
export async function writeChecked(screens: number): Promise<void> {
  if (pages === 0 || !existsSync(OUT)) return;
  const checked: Checked = { day: new Date().toISOString().slice(0, 10), axe, screens, pages, violations };
  await writeFile(`${OUT}/checked.json`, `${JSON.stringify(checked, null, 2)}\n`);
}
