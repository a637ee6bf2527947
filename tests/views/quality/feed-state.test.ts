import { expect, test } from "vitest";
import { REASONS, type SiteDay } from "../../../src/contract/data-state.ts";
import type { FeedDay } from "../../../src/contract/quality.ts";
import { type FeedStanding, feedReason } from "../../../src/views/quality/feed-state.ts";

const TODAY = "2026-11-25";
const day = (date: string, state: FeedDay["state"]): FeedDay => ({
  ...{ feed: "door", site: "labo", day: date, state, observed: null, people: null, sign: null },
});
const figure = (date: string, reason: SiteDay["reason"]): SiteDay => ({
  ...{ site: "labo", day: date, state: REASONS[reason].state, reason, feed: "door", visits: 1, estimated: 0 },
  ...{ provisional: false, before: null, corrected_at: null },
});
const reason = (over: Partial<FeedStanding>) =>
  feedReason({
    ...{ health: "ok", statuses: ["done"], days: [], siteDays: [], revised: [], today: TODAY },
    ...over,
  });

test.each([
  ["heard in time", {}, "heard", "current"],
  ["overdue", { health: "late" }, "overdue", "late"],
  ["silent", { health: "silent" }, "silent", "late"],
  ["refused", { health: "failed", statuses: ["changed"] }, "refused", "late"],
  ["held back by one of its streams", { health: "failed", statuses: ["done", "held_back"] }, "held", "late"],
  ["with a hole", { days: [day("2026-11-24", "partial")] }, "holes", "partial"],
  ["with nothing on its newest day", { days: [day("2026-11-24", "missing")] }, "nothing", "partial"],
  [
    "whose hole somebody else fills",
    { days: [day("2026-11-24", "missing")], siteDays: [figure("2026-11-24", "stand_in")] },
    "stand_in",
    "estimated",
  ],
  [
    "corrected this week",
    { revised: [{ kind: "corrected", detectedDay: "2026-11-20" }] },
    "changed",
    "corrected",
  ],
  ["completed this week", { revised: [{ kind: "late", detectedDay: "2026-11-20" }] }, "added", "corrected"],
  ["corrected long ago", { revised: [{ kind: "corrected", detectedDay: "2026-11-10" }] }, "heard", "current"],
] as const)("a feed %s", (_, over, expected, state) => {
  expect(reason(over)).toBe(expected);
  expect(REASONS[expected].state).toBe(state);
});

test("only the newest day on which something was due counts", () => {
  const days = [
    day("2026-11-22", "missing"),
    day("2026-11-23", "ok"),
    day("2026-11-24", "rest"),
    day(TODAY, "due"),
  ];
  expect(reason({ days })).toBe("heard");
});

test("every reason says why and what to do in three languages", () => {
  for (const { why, todo } of Object.values(REASONS)) {
    for (const text of [why, todo])
      expect(Object.values(text).every((words) => words.endsWith("."))).toBe(true);
  }
});
