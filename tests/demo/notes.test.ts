import { expect, test } from "vitest";
import { notesOf } from "../../demo/notes.ts";
import { createWorld } from "../../demo/simulation/world.ts";
import { createAnnotationAction } from "../../src/contract/annotations.ts";
import { COUNTING_KINDS } from "../../src/domain/annotation.ts";
import { personalIn } from "../../src/domain/personal-text.ts";
import { startOfDay } from "../../src/domain/time.ts";
import { fakeTerritory } from "./simulation/fake-territory.ts";

const OPTIONS = { territory: fakeTerritory(), seed: "test", start: "2024-11-24", days: 730 };

test("the office's notes depend on the start alone and were all written before it", () => {
  const world = createWorld(OPTIONS);
  const notes = notesOf(world);
  expect(notes.length).toBeGreaterThan(1);
  expect(notesOf(createWorld(OPTIONS))).toEqual(notes);
  for (const { createdAt } of notes) expect(createdAt).toBeLessThan(startOfDay(world.live, "Europe/Paris"));
});

test("each could have been sent through the form", () => {
  for (const { site, from, to, kind, text, counts } of notesOf(createWorld(OPTIONS))) {
    const body = { ...(site ? { site } : {}), from, to, kind, text, counts_in_model: counts };
    expect(createAnnotationAction.input.safeParse(body).success, text).toBe(true);
    expect(personalIn(text)).toBeNull();
    expect(counts && !COUNTING_KINDS.includes(kind)).toBe(false);
  }
});
