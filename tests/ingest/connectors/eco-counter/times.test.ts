/** Timestamps with and without offset, on the days when the clock changes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { localText } from "../../../../demo/stand-ins/eco-counter-text.ts";
import { readTimes } from "../../../../ingest/connectors/eco-counter/times.ts";
import { QUARTER } from "../../../../src/domain/time.ts";

const ZONE = "Europe/Paris";

test("any run of quarter hours is read back from local texts, with or without offsets", () => {
  const start = fc.integer({
    min: Date.parse("2024-01-01T00:00Z") / QUARTER,
    max: Date.parse("2027-01-01T00:00Z") / QUARTER,
  });
  fc.assert(
    fc.property(start, fc.boolean(), fc.boolean(), (first, naive, colon) => {
      const instants = Array.from({ length: 200 }, (_, i) => (first + i) * QUARTER);
      const texts = instants.map((at) => localText(at, ZONE, { naive, colon }));
      const times = readTimes(texts, ZONE);
      for (const [i, time] of times.entries()) {
        // A run that begins or ends within the repeated hour cannot tell its passes apart, and says so.
        if (time.kind === "at") expect(time.at).toBe(instants[i]);
        else expect(naive && time.kind === "ambiguous_time").toBe(true);
      }
      if (!naive) expect(times.every((time) => time.kind === "at")).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["2026-03-29T02:30:00", "nonexistent_time"],
  ["2026-10-25T02:30:00", "ambiguous_time"],
  ["2026-02-30T10:00:00", "bad_time"],
  ["14/07/2026 10:00", "bad_time"],
  ["", "bad_time"],
])("%s is %s", (text, kind) => {
  expect(readTimes([text], ZONE)).toEqual([{ kind }]);
});

test("both forms of offset, a blank for T and UTC are read", () => {
  const at = Date.parse("2026-07-14T08:00:00Z");
  const texts = [
    "2026-07-14T10:00:00+02:00",
    "2026-07-14T10:00:00+0200",
    "2026-07-14 10:00",
    "2026-07-14T08:00:00Z",
  ];
  expect(readTimes(texts, ZONE)).toEqual(texts.map(() => ({ kind: "at", at })));
});
