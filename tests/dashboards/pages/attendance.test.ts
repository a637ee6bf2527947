/** What Attendance says of figures that are not measured, or not settled. */
import { expect, test } from "vitest";
import { renderPage } from "../../../dashboards/server.tsx";
import type { Attendance } from "../../../src/contract/attendance.ts";
import { attendance } from "../fixtures/attendance.ts";
import { frame } from "../fixtures/sites.ts";

const draw = (over: Partial<Attendance>, lang: "fr" | "en" | "nl" = "fr") =>
  renderPage(frame(lang, "/frequentation"), {
    kind: "attendance",
    attendance: { ...attendance, ...over },
  }).replace(/[\u00a0\u202f]/g, " ");

test("a total over a span with a gap says how many of it are estimated", () => {
  expect(draw({ estimated: 39 })).toContain("Dont 39 visites estimées, que personne n’a mesurées.");
  expect(draw({ estimated: 1 })).toContain("Dont 1 visite estimée");
  expect(draw({ estimated: 39 }, "en")).toContain("Of these, 39 visits are estimated");
  expect(draw({ estimated: 39 }, "nl")).toContain("Waarvan 39 bezoeken geschat");
  expect(draw({ estimated: 0 })).not.toContain("Dont ");
});

test("days that their feeds may still correct are told as provisional, above the chart and in the table", () => {
  const html = draw({ provisional_from: "2026-11-22" });
  expect(html).toContain("provisoire à partir du 22 novembre");
  expect(html.match(/provisoire(?! à)/g)?.length).toBe(
    attendance.rows.filter(({ provisional, state }) => provisional && state !== "closed").length,
  );
  expect(draw({ provisional_from: null })).not.toContain("provisoire à partir");
});
