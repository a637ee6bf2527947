import { afterAll, beforeAll, expect, test } from "vitest";
import { listMigrations, migrate, planMigrations } from "../../src/store/migrate.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

test("every migration is applied once, in order, and repeating changes nothing", async () => {
  const { store } = await engine.fresh();
  expect(await planMigrations(store)).toEqual([]);
  expect(await migrate(store)).toEqual([]);
  const names = listMigrations().map(({ name }) => name);
  expect(names).toEqual([...names].sort());
});

test("a migration that died half-way is finished by the next start", async () => {
  const { store } = await engine.fresh();
  const half = {
    name: "9998_half",
    checksum: "a",
    statements: ["create table if not exists half (a UInt8) engine = Memory", "select throwIf(1)"],
  };
  await expect(migrate(store, [half])).rejects.toThrow("9998_half");
  const mended = {
    ...half,
    statements: [half.statements[0] ?? "", "create table if not exists other (a UInt8) engine = Memory"],
  };
  expect(await migrate(store, [mended])).toEqual(["9998_half"]);
});

test("a migration that was edited after it was applied is refused, naming the file and the remedy", async () => {
  const { store } = await engine.fresh();
  const one = { name: "9999_one", checksum: "a", statements: ["select 1"] };
  await migrate(store, [one]);
  await expect(migrate(store, [{ ...one, checksum: "b" }])).rejects.toThrow(
    /9999_one\.sql.*restore the file/,
  );
});
