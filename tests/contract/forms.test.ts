import { expect, test } from "vitest";
import { createAnnotationAction } from "../../src/contract/annotations.ts";
import { FORMS } from "../../src/contract/forms.ts";

const read = (fields: Record<string, string>) => FORMS.createAnnotation?.read(fields);

test("a note's last day is inclusive in its form and exclusive in the API", () => {
  const body = read({
    site: "",
    from: "2026-11-30",
    last: "2026-11-30",
    kind: "note",
    text: "neige",
    back: "/journal",
  });
  expect(body).toEqual({
    from: "2026-11-30",
    to: "2026-12-01",
    kind: "note",
    text: "neige",
    counts_in_model: false,
  });
  expect(createAnnotationAction.input.safeParse(body).success).toBe(true);
});

test("a ticked box counts, and without a last day the first is the last", () => {
  const ticked = read({
    site: "labo",
    from: "2026-11-30",
    kind: "fault",
    text: "bloqué",
    counts_in_model: "on",
  });
  expect(ticked).toMatchObject({ site: "labo", to: "2026-12-01", counts_in_model: true });
});

test("what makes no sense is left to the schema, which names it", () => {
  const wrong = createAnnotationAction.input.safeParse(
    read({ from: "2026-11-30", last: "hier", kind: "note", text: "x" }),
  );
  expect(wrong.error?.issues.map(({ path }) => path.join("."))).toContain("to");
  const note = createAnnotationAction.input.safeParse(
    read({ from: "2026-11-30", last: "2026-11-30", kind: "note", text: "x", counts_in_model: "on" }),
  );
  expect(note.error?.issues[0]?.message).toContain("only event, closure, fault can count");
});
