import { expect, test } from "vitest";
import { closest } from "../../src/domain/closest.ts";

test("the nearest word is meant when it is near, none when it is far", () => {
  expect(closest("owmer", ["name", "owner", "opening"])).toBe("owner");
  expect(closest("cca", ["cac", "ville"])).toBe("cac");
  expect(closest("Capacity", ["capacity"])).toBe("capacity");
  expect(closest("colour", ["name", "owner"])).toBeUndefined();
  expect(closest("x", [])).toBeUndefined();
});
