import { describe, expect, test } from "vitest";
import { atLocalTime, HOUR, MINUTE } from "../../src/domain/time.ts";
import { freshnessOf, healthOf } from "../../src/views/freshness.ts";
import { contextWith, site, territory } from "../visits/support/context.ts";
import { NOW, TODAY } from "./support/world.ts";

const tank = site("tank");
const at = (clock: string, day = TODAY) => atLocalTime(day, clock, "Europe/Paris");
const twoHours = { allowanceMs: 2 * HOUR };
const health = (heard: number | null, now: number) => healthOf(twoHours, tank, heard, now);

describe("a feed owes news of open time only", () => {
  test("it is in time while no open time lies further back than its allowance", () => {
    expect(health(at("17:30", "2026-11-22"), at("15:59"))).toBe("ok");
    expect(health(at("14:30"), at("16:29"))).toBe("ok");
  });
  test("it is late beyond, and silent a day later", () => {
    expect(health(at("17:30", "2026-11-22"), at("16:01"))).toBe("late");
    expect(health(at("14:30"), at("16:31"))).toBe("late");
    expect(health(at("17:30", "2026-11-22"), at("16:01", "2026-11-26"))).toBe("silent");
  });
  test("what is missing in the last quarter before closing is the clock's", () => {
    expect(health(at("17:20", "2026-11-22"), at("13:59"))).toBe("ok");
  });
  test("it is silent when it has never spoken", () => {
    expect(health(null, at("09:00"))).toBe("silent");
  });
  test("a feed of the whole territory owes news at all times", () => {
    expect(healthOf(twoHours, null, NOW - 3 * HOUR, NOW)).toBe("late");
  });
});

const feed = (id: string) =>
  territory.feeds.find((f) => f.id === id) ??
  (() => {
    throw new RangeError(id);
  })();

test("a till that sells nothing is in time as long as it is read, a counter that sends nothing is not", () => {
  const old = at("17:30", "2026-11-22");
  const context = contextWith({
    now: at("17:00"),
    tillTo: at("16:55"),
    ends: { till: old, "tank-door": old - 24 * HOUR },
  });
  expect(freshnessOf(feed("till"), tank, context, []).health).toBe("ok");
  expect(freshnessOf(feed("tank-door"), tank, context, []).health).toBe("silent");
});

test("a source that answers otherwise than agreed has failed, one that is unreachable is merely late in time", () => {
  const run = (status: string) => [{ feed: "till", status, done_at: NOW - 60 * MINUTE }];
  const context = contextWith();
  expect(freshnessOf(feed("till"), tank, context, run("changed")).health).toBe("failed");
  expect(freshnessOf(feed("till"), tank, context, run("unavailable")).health).toBe("ok");
  expect(freshnessOf(feed("till"), tank, context, run("done")).last_run_at).toBe("2026-11-25T13:40:00Z");
});

test("a tally that nobody has used owes nothing; once used it is held to its allowance", () => {
  const tally = { ...feed("hand"), connector: "tally", allowanceMs: 24 * HOUR };
  const esnes = site("esnes");
  const never = { ...contextWith(), lastEnds: new Map<string, number>() };
  expect(freshnessOf(tally, esnes, never, []).health).toBe("ok");
  expect(freshnessOf({ ...tally, connector: "file" }, esnes, never, []).health).toBe("silent");
  const old = contextWith({ ends: { hand: at("17:00", "2026-11-01") } });
  expect(freshnessOf(tally, esnes, old, []).health).toBe("silent");
});
