import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysIn } from "../../../src/domain/time.ts";
import { closuresOf } from "../../../src/views/logbook/closures.ts";
import { wholeRuns } from "../../../src/views/logbook/whole-runs.ts";
import { siteOf, viewTerritory } from "../support/world.ts";

const FIRST = "2026-01-01";

test("runs hold on all their days, end where it does not, and cover every day of the span on which it holds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 30, maxLength: 60 }),
      fc.nat({ max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (flags, from, length) => {
        const set = new Set(flags.flatMap((flag, i) => (flag ? [addDays(FIRST, i)] : [])));
        const holds = (day: string) => set.has(day);
        const span = { from: addDays(FIRST, from), to: addDays(FIRST, from + length) };
        const runs = wholeRuns(span, holds);
        const covered = new Set(runs.flatMap(daysIn));
        for (const run of runs) {
          expect(daysIn(run).every(holds)).toBe(true);
          expect(holds(addDays(run.from, -1)) || holds(run.to)).toBe(false);
        }
        expect(
          daysIn(span)
            .filter(holds)
            .every((day) => covered.has(day)),
        ).toBe(true);
      },
    ),
  );
});

test("a closure is told with its own ends and its usual reason, the week's own rhythm is not", () => {
  const territory = viewTerritory();
  const span = { from: "2026-11-01", to: "2026-12-01" };
  // Esnes opens on Sundays: six closed days in a row, five times.
  expect(closuresOf(siteOf(territory, "esnes"), span)).toEqual([]);
  const reason = { fr: "travaux", en: "works", nl: "werken" };
  const on = (day: string) =>
    day >= "2026-10-28" && day < "2026-11-09"
      ? { kind: "closed" as const, ...(day === "2026-11-01" ? {} : { reason }) }
      : siteOf(territory, "labo").opening.on("2026-11-25");
  expect(closuresOf({ opening: { on, zone: "Europe/Paris" } }, span)).toEqual([
    { from: "2026-10-28", to: "2026-11-09", reason },
  ]);
});
