/** Every check, one after the other: format and lint, types, dead code, build, tests. The last line says how many passed
 *  and failed; a check counts as one, a test as one. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { installCounterparts } from "./counterparts.ts";
import { fetchPrism } from "./prism.ts";

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
});

const only = process.argv.slice(2);
const checks: readonly (readonly [string, readonly string[]])[] = [
  ["format and lint", ["npx", "biome", "ci", "--error-on-warnings", "."]],
  ["types", ["npx", "tsc", "-p", "."]],
  ["dead code", ["npx", "knip"]],
  ["territory schema", ["node", "scripts/territory-schema.ts", "--check"]],
  ["build", ["node", "scripts/build.ts"]],
];

// Meanwhile the other checks run.
const prism = fetchPrism();
let passed = 0;
let failed = 0;
let skipped = 0;
if (only.length === 0) {
  for (const [name, command] of checks) {
    if (run(name, command)) passed++;
    else failed++;
  }
}
installCounterparts();
await prism;
runTests();
const tail = skipped > 0 ? `, ${skipped} skipped` : "";
console.log(`${passed} passed, ${failed} failed${tail}`);
process.exitCode = failed > 0 ? 1 : 0;

function run(name: string, [command = "", ...args]: readonly string[]): boolean {
  const started = Date.now();
  const result = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  const ok = result.status === 0;
  console.log(`${ok ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return ok;
}

function runTests(): void {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-test-"));
  const file = join(folder, "report.json");
  try {
    const status = spawnSync(
      "npx",
      ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...only],
      { stdio: ["ignore", "inherit", "inherit"] },
    ).status;
    const report = Report.parse(JSON.parse(readFileSync(file, "utf8")));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    skipped += report.numPendingTests;
    // A file that does not even load, or a runner that ends badly, has no failed test to count.
    if (report.numFailedTests === 0 && (report.numFailedTestSuites > 0 || status !== 0)) failed++;
  } catch (cause) {
    console.error("the tests did not run to their end:", cause);
    failed++;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
