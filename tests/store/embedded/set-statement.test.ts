import fc from "fast-check";
import { expect, test } from "vitest";
import { literal, readSet, setStatement, settingsChange } from "../../../src/store/embedded/set-statement.ts";

const settings = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("'1'", "'2'"), {
  noNullPrototype: true,
});
const toMap = (object: Record<string, string>): Map<string, string> => new Map(Object.entries(object));

test("a change leads from any settings to any others, and from the same to nothing", () => {
  fc.assert(
    fc.property(settings, settings, (a, b) => {
      const [from, to] = [toMap(a), toMap(b)];
      const reached = new Map(from);
      for (const [name, value] of settingsChange(from, to)) {
        if (value === "DEFAULT") reached.delete(name);
        else reached.set(name, value);
      }
      expect(Object.fromEntries(reached)).toEqual(b);
      expect(settingsChange(to, to).size).toBe(0);
    }),
  );
});

test("what is set is read back", () => {
  expect(setStatement(new Map())).toBe("");
  const change = new Map([
    ["a", "'x'"],
    ["b", "DEFAULT"],
  ]);
  expect(setStatement(change)).toBe("SET a = 'x', b = DEFAULT; ");
  expect(readSet(setStatement(change))).toEqual(change);
});

test("literals of every shape are kept as they were written", () => {
  expect(readSet("SET a = 1, b = 'x, y = 2', c = {'k': [1, 2]}, d = -1.5 -- note")).toEqual(
    new Map([
      ["a", "1"],
      ["b", "'x, y = 2'"],
      ["c", "{'k': [1, 2]}"],
      ["d", "-1.5"],
    ]),
  );
});

test("SET ROLE sets no settings", () => {
  expect(readSet("SET ROLE reader").size).toBe(0);
});

test("a literal holds any text and ends where it should", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readSet(`SET a = ${literal(text)}, b = 1`).get("b")).toBe("1");
    }),
  );
});
