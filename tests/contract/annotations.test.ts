import { expect, test } from "vitest";
import { createAnnotationAction } from "../../src/contract/annotations.ts";

const body = { from: "2026-11-20", to: "2026-11-21", kind: "event", text: "Braderie" };
const faults = (over: object) =>
  createAnnotationAction.input
    .safeParse({ ...body, ...over })
    .error?.issues.map(({ path }) => path.join(".")) ?? [];

test("an annotation needs days in order, a known kind and a text", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ to: "2026-11-20" })).toEqual(["to"]);
  expect(faults({ kind: "rumour" })).toEqual(["kind"]);
  expect(faults({ text: "  " })).toEqual(["text"]);
  expect(faults({ text: "x".repeat(201) })).toEqual(["text"]);
});

test("nothing about persons is accepted", () => {
  expect(faults({ text: "appeler Paul, 06 12 34 56 78" })).toEqual(["text"]);
  expect(faults({ text: "paul@example.org" })).toEqual(["text"]);
});

test("only events, closures and faults can count in forecasts", () => {
  for (const kind of ["event", "closure", "fault"])
    expect(faults({ kind, counts_in_model: true })).toEqual([]);
  for (const kind of ["note", "action"]) {
    expect(faults({ kind, counts_in_model: true })).toEqual(["counts_in_model"]);
    expect(faults({ kind })).toEqual([]);
  }
});
