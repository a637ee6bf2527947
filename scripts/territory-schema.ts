/** Writes territories/schema.json, the JSON Schema that editors use for territory files; `--check` only compares
 *  and fails when the file is not current. */
import { readFileSync, writeFileSync } from "node:fs";
import { territoryJsonSchema } from "../src/territory/schema.ts";

const file = new URL("../territories/schema.json", import.meta.url);
const text = `${JSON.stringify(territoryJsonSchema(), null, 2)}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, text);
} else if (readFileSync(file, "utf8") !== text) {
  console.error("territories/schema.json is not current: run node scripts/territory-schema.ts");
  process.exitCode = 1;
}
