import { expect, test } from "vitest";
import { atLocalTime, MINUTE } from "../../src/domain/time.ts";
import { judgeRunning, missingSpans } from "../../src/visits/running.ts";
import { NOW, TODAY } from "../views/support/world.ts";
import { contextWith, quarters, site } from "./support/context.ts";

const at = (clock: string) => atLocalTime(TODAY, clock, "Europe/Paris");
const tank = site("tank");
const labo = site("labo");
const scans = (until: string, value = 2) => quarters("till", "admissions", at("14:00"), at(until), value, 0);
const heads = (from: string, until: string) => quarters("labo-door", "entries", at(from), at(until), 10);

test("while the till was read minutes ago, its count so far is measured in full", () => {
  const day = judgeRunning(tank, TODAY, scans("15:30"), contextWith({ tillTo: NOW - 5 * MINUTE }));
  expect(day).toMatchObject({ visits: 12, state: "measured", coverage: 1, fresh: true, provisional: true });
});

test("a till read an hour ago covers what it covers, and its count stands as a lower bound", () => {
  const day = judgeRunning(tank, TODAY, scans("14:30"), contextWith({ tillTo: at("14:40") }));
  expect(day).toMatchObject({ visits: 4, state: "measured", coverage: 0.4, fresh: false });
});

test("the door fills in for a till that has fallen silent", () => {
  const rows = [...scans("14:30"), ...quarters("tank-door", "entries", at("14:00"), at("15:45"), 8)];
  const day = judgeRunning(tank, TODAY, rows, contextWith({ tillTo: at("14:40") }));
  expect(day).toMatchObject({ visits: 28, state: "estimated", estimated: 24 });
});

test("a counter that sent nothing today is missing, even an hour after opening", () => {
  const context = contextWith({ now: at("11:00"), ends: { "labo-door": at("00:00") - 6 * 60 * MINUTE } });
  expect(judgeRunning(labo, TODAY, [], context)).toMatchObject({
    visits: null,
    state: "missing",
    coverage: 0,
  });
});

test("before the first opening nobody has come, and a site that never sent anything is missing all the same", () => {
  expect(judgeRunning(tank, TODAY, [], contextWith({ now: at("09:00") }))).toMatchObject({
    visits: 0,
    coverage: null,
  });
  const never = contextWith({ now: at("09:00"), ends: {} });
  const esnes = { ...site("esnes"), id: "unknown", opening: tank.opening };
  expect(judgeRunning(esnes, TODAY, [], never)).toMatchObject({ visits: null, state: "missing" });
});

test("tickets sold for later today are no visits yet", () => {
  const later = quarters("till", "admissions", at("16:30"), at("17:00"), 30, 0);
  expect(judgeRunning(tank, TODAY, [...scans("15:30"), ...later], contextWith()).visits).toBe(12);
});

test("a group on a closed day is counted while it comes", () => {
  const friday = "2026-11-27";
  const ten = atLocalTime(friday, "10:00", "Europe/Paris");
  const rows = quarters("till", "admissions", ten, ten + 15 * MINUTE, 52, 0);
  const context = contextWith({ now: ten + 60 * MINUTE });
  expect(judgeRunning(tank, friday, rows, context)).toMatchObject({
    visits: 52,
    state: "measured",
    openMinutes: 0,
  });
});

test("hours without a reading are named, a late minute is not", () => {
  const rows = [...heads("10:00", "12:00"), ...heads("13:15", "15:30")];
  const gaps = missingSpans(labo, TODAY, rows, contextWith(), at("15:34"));
  expect(gaps).toEqual([{ from: at("12:00"), to: at("13:15") }]);
});
