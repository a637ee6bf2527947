import { expect, test } from "vitest";
import { ConfigError } from "../../../src/domain/errors.ts";
import { errorBody, statusOf, toEngineError } from "../../../src/store/embedded/engine-error.ts";
import { contentType } from "../../../src/store/embedded/headers.ts";
import { refusalError } from "../../../src/store/embedded/refusal.ts";

test("a code is read from the engine's message, and anything else is 1002", () => {
  expect(toEngineError(new Error("Code: 60. DB::Exception: Unknown table. (UNKNOWN_TABLE)")).code).toBe(60);
  expect(toEngineError("odd")).toMatchObject({ code: 1002, message: expect.stringContaining("odd") });
});

test("a body ends with one version, wherever the engine put its own", () => {
  const error = toEngineError(new Error("Code: 27. DB::Exception: Code: 27. x. (Y) (version 26.7.2.1). (Y)"));
  expect(errorBody(error, "26.7.2.1")).toBe(
    "Code: 27. DB::Exception: Code: 27. x. (Y). (Y) (version 26.7.2.1 (official build))\n",
  );
});

test.each([
  [62, 400],
  [60, 404],
  [516, 403],
  [194, 401],
  [159, 408],
  [48, 501],
  [395, 500],
])("code %i goes out as status %i", (code, status) => {
  expect(statusOf(code)).toBe(status);
});

test.each([
  ["JSON", "application/json; charset=UTF-8"],
  ["JSONCompactEachRow", "application/x-ndjson; charset=UTF-8"],
  ["JSONEachRowWithProgress", "application/x-ndjson; charset=UTF-8"],
  ["CSV", "text/csv; charset=UTF-8; header=absent"],
  ["CSVWithNames", "text/csv; charset=UTF-8; header=present"],
  ["TabSeparated", "text/tab-separated-values; charset=UTF-8"],
  ["Parquet", "application/octet-stream"],
])("%s is %s", (format, type) => {
  expect(contentType(format)).toBe(type);
});

test("a refusal names what is wrong and what to do", () => {
  const held = refusalError({ kind: "refused", why: "held", detail: "", holder: 42 }, "/data/x");
  expect(held).toBeInstanceOf(ConfigError);
  expect(held.message).toBe(
    "--data: /data/x: in use by process 42: stop it, or choose another folder with --data",
  );
  const platform = refusalError({ kind: "refused", why: "platform", detail: "" }, "/data/x");
  expect(platform).toBeInstanceOf(ConfigError);
  expect(platform.message).toMatch(/^--store: .*--store URL$/);
});
