import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderHolder, holderInLocks, pidInStatus } from "../../../src/store/embedded/holder.ts";

const locks = `1: POSIX  ADVISORY  READ  11 fe:00:900 0 EOF
2: FLOCK  ADVISORY  WRITE 7581 fe:00:2147121 0 EOF
3: FLOCK  ADVISORY  WRITE 12 fe:00:21471 0 EOF`;

test("the holder is the process with the write lock on that very file", () => {
  expect(holderInLocks(locks, 2147121)).toBe(7581);
  expect(holderInLocks(locks, 900)).toBeUndefined();
  expect(holderInLocks(locks, undefined)).toBeUndefined();
  expect(holderInLocks("", 1)).toBeUndefined();
});

test("the status file names its writer", () => {
  expect(pidInStatus("PID: 123\nStarted at: 2026-01-01 00:00:00\nRevision: 1\n")).toBe(123);
  expect(pidInStatus("")).toBeUndefined();
});

test("a folder without a status, or with a stale one, is held by nobody", () => {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-holder-"));
  expect(folderHolder(folder)).toBeUndefined();
  writeFileSync(join(folder, "status"), "PID: 999999999\n");
  expect(folderHolder(folder)).toBeUndefined();
});
