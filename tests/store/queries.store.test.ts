import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { declaredQueries } from "../../src/store/query.ts";
import { sqlFile } from "../../src/store/sql.ts";
import "../../src/jobs/alerts/queries.ts";
import "../../src/jobs/history/queries.ts";
import "../../src/jobs/queries.ts";
import "../../src/jobs/retention.ts";
import "../../src/store/advice.ts";
import "../../src/store/annotations.ts";
import "../../src/store/quarantine.ts";
import "../../src/store/staff-plan.ts";
import "../../src/views/quality/queries.ts";
import "../../src/views/queries.ts";
import "../../src/views/scenarios/queries.ts";
import "../../src/views/tally/queries.ts";
import "../../src/visits/queries.ts";
import type { Store } from "../../src/store/connect.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";

let engine: TestEngine;
let store: Store;

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
});
afterAll(() => engine.close());

const Described = z.array(z.object({ name: z.string() }));

/** A value that every parameter of the type accepts. */
const SAMPLES: Record<string, string | number | string[]> = {
  String: "x",
  Date: "2026-11-24",
  Int64: 1,
  UInt16: 1,
  UInt64: 1,
  "Array(String)": ["x"],
};

test("each file of sql/queries has a typed face and each face a file", () => {
  const files = readdirSync(new URL("../../sql/queries/", import.meta.url)).map((file) =>
    file.replace(/\.sql$/, ""),
  );
  expect(files.sort()).toEqual(
    declaredQueries()
      .map((q) => q.name)
      .sort(),
  );
});

test.each(declaredQueries().map((q) => [q.name, q] as const))(
  "%s: placeholders are the parameters' keys and columns the row's keys",
  async (name, declared) => {
    const text = sqlFile(`queries/${name}`);
    const placeholders = [...text.matchAll(/\{(\w+): ([^}]+)\}/g)].map(([, key = "", type = ""]) => ({
      key,
      type,
    }));
    expect([...new Set(placeholders.map((p) => p.key))].sort()).toEqual(
      Object.keys(declared.params.shape).sort(),
    );
    const params = Object.fromEntries(
      placeholders.map(({ key, type }) => [
        key,
        key === "tz" ? "Europe/Paris" : (SAMPLES[type] ?? `no sample for ${type}`),
      ]),
    );
    const columns = Described.parse(await store.rows(name, `describe (${text})`, params));
    expect(columns.map((c) => c.name).sort()).toEqual(Object.keys(declared.row.shape).sort());
  },
);

test.each(declaredQueries().map((q) => [q.name, q] as const))("%s begins with one sentence", (name) => {
  expect(sqlFile(`queries/${name}`)).toMatch(/^-- [A-Z][^\n]*(\n-- [^\n]*)*\n[a-z]/);
});
