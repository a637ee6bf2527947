import { describe, expect, test } from "vitest";
import { HOUR, startOfDay } from "../../src/domain/time.ts";
import { judgeDay, judgeOpenDay } from "../../src/visits/daily.ts";
import type { EvidenceRow } from "../../src/visits/evidence.ts";
import { contextWith, site } from "./support/context.ts";

const tank = site("tank");
const labo = site("labo");
const SATURDAY = "2026-11-21";

const scans = (value: number): EvidenceRow => ({
  feed: "till",
  measure: "admissions",
  value,
  open_value: value,
  open_minutes: 210,
});
const door = (value: number, open_minutes: number): EvidenceRow => ({
  feed: "tank-door",
  measure: "entries",
  value: value + 7,
  open_value: value,
  open_minutes,
});

test("tickets of a day count in all, a counter only inside opening hours", () => {
  expect(judgeDay(tank, SATURDAY, [scans(42)], contextWith())).toMatchObject({
    visits: 42,
    state: "measured",
    openMinutes: 210,
  });
  const row = { feed: "labo-door", measure: "entries", value: 100, open_value: 80, open_minutes: 480 };
  expect(judgeDay(labo, SATURDAY, [row], contextWith())).toMatchObject({ visits: 72, state: "measured" });
});

test("a day without a ticket before the watermark is a zero, after it a gap that the door fills", () => {
  expect(judgeDay(tank, SATURDAY, [], contextWith())).toMatchObject({
    visits: 0,
    state: "measured",
    coverage: 1,
  });
  const context = contextWith({ tillTo: startOfDay(SATURDAY, "Europe/Paris") });
  expect(judgeDay(tank, SATURDAY, [], context)).toMatchObject({ visits: null, state: "missing" });
  expect(judgeDay(tank, SATURDAY, [door(60, 210)], context)).toMatchObject({
    visits: 30,
    state: "estimated",
    estimated: 30,
  });
});

test("before the first day of a till its silence is no zero", () => {
  const context = contextWith({ since: "2026-11-22" });
  expect(judgeDay(tank, SATURDAY, [], context)).toMatchObject({
    visits: null,
    state: "missing",
    coverage: 0,
  });
});

describe("a day that lacks something is pending while it may still come in time", () => {
  const sixHours = startOfDay("2026-11-22", "Europe/Paris") + 6 * HOUR;
  test.each([
    ["within the allowance", sixHours - 1, true],
    ["after it", sixHours, false],
  ])("%s", (_, now, pending) => {
    expect(judgeDay(labo, SATURDAY, [], contextWith({ now })).pending).toBe(pending);
  });
  test("but not a day that is known in full", () => {
    const row = { feed: "labo-door", measure: "entries", value: 80, open_value: 80, open_minutes: 480 };
    expect(judgeDay(labo, SATURDAY, [row], contextWith({ now: sixHours - 1 })).pending).toBe(false);
  });
});

describe("a day is provisional until its own feed has settled", () => {
  const end = startOfDay("2026-11-22", "Europe/Paris");
  const whole = { feed: "labo-door", measure: "entries", value: 80, open_value: 80, open_minutes: 480 };
  test.each([
    ["a counter within three days", labo, [whole], 72 * HOUR - 1, true],
    ["a counter after them", labo, [whole], 72 * HOUR, false],
    ["a till within a day", tank, [scans(20)], 24 * HOUR - 1, true],
    ["a till after it, whatever the door beside it may still change", tank, [scans(20)], 24 * HOUR, false],
  ] as const)("%s", (_, site, rows, after, provisional) => {
    expect(judgeDay(site, SATURDAY, rows, contextWith({ now: end + after })).provisional).toBe(provisional);
  });
  test("and a closed day is not", () => {
    const monday = contextWith({ now: startOfDay("2026-11-24", "Europe/Paris") });
    expect(judgeDay(labo, "2026-11-23", [], monday)).toMatchObject({ state: "closed", provisional: false });
  });
});

test("as of an earlier instant only the open time before it was vouched for", () => {
  const noon = startOfDay(SATURDAY, "Europe/Paris") + 15 * HOUR;
  expect(judgeOpenDay(tank, SATURDAY, contextWith(), [scans(20)], noon)).toMatchObject({ state: "missing" });
  expect(judgeOpenDay(tank, SATURDAY, contextWith(), [scans(20)], noon + 6 * HOUR)).toMatchObject({
    visits: 20,
  });
  expect(judgeOpenDay(tank, "2026-11-23", contextWith(), [], noon)).toBeNull();
});
