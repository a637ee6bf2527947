import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

/** Which part may import which: the walk from the source systems to the pages, one way. The README prints it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/domain": [],
  "src/contract": ["src/domain"],
  "src/territory": ["src/domain"],
  "src/store": ["src/domain"],
  "src/forecast": ["src/domain"],
  "src/visits": ["src/domain", "src/store"],
  "src/jobs": ["src/domain", "src/store", "src/visits", "src/forecast"],
  "src/views": [
    "src/domain",
    "src/contract",
    "src/store",
    "src/visits",
    "src/forecast",
    "src/jobs",
    "src/api",
  ],
  "src/api": ["src/domain", "src/contract"],
  ingest: ["src/domain"],
  demo: ["src/domain", "ingest/format"],
  dashboards: ["src/domain", "src/contract"],
};
/** These wire everything together. */
const WIRES = ["src/commands", "src/main.ts", "src/config.ts"];

const root = resolve(import.meta.dirname, "..");
const files = ["src", "ingest", "demo", "dashboards"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, path = ""]) =>
    relative(root, resolve(root, dirname(file), path)),
  );
}

function partOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((part) => file.startsWith(`${part}/`));
}

test("imports go one way, as the table says", () => {
  const wrong = files.flatMap((file) => {
    const part = partOf(file);
    if (!part) return [];
    return importsOf(file)
      .filter((target) => !target.startsWith(`${part}/`))
      .filter((target) => !MAY_IMPORT[part]?.some((allowed) => target.startsWith(`${allowed}/`)))
      .map((target) => `${file} → ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("every source file belongs to a part of the table or wires parts together", () => {
  const stray = files.filter(
    (file) => !partOf(file) && !WIRES.some((w) => file === w || file.startsWith(`${w}/`)),
  );
  expect(stray).toEqual([]);
});

test("nobody but its command imports the demonstration", () => {
  const importers = files.filter(
    (file) => !file.startsWith("demo/") && importsOf(file).some((t) => t.startsWith("demo/")),
  );
  expect(importers).toEqual(["src/commands/demo.ts"]);
});

test("no file has over 300 lines", () => {
  const long = files.filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 301);
  expect(long).toEqual([]);
});

test("no file imports itself by way of others, types included", () => {
  const targets = new Map(files.map((file) => [file, importsOf(file)]));
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (state.get(file) === "open") circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (state.has(file)) return;
    state.set(file, "open");
    for (const target of targets.get(file) ?? []) visit(target, [...way, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
