/** Rows of pretix in the documented shape, and what they mean. Values are made up. */
import { expect, test } from "vitest";
import {
  mapCheckin,
  mapPosition,
  mapSlot,
  mapTransaction,
  placesOf,
} from "../../../../ingest/connectors/pretix/map.ts";
import {
  CheckinRow,
  QuotaRow,
  SalesOrderRow,
  SlotRow,
  TransactionRow,
} from "../../../../ingest/connectors/pretix/rows.ts";
import sample from "../../../../ingest/connectors/pretix/sample.json" with { type: "json" };

const SLOT_START = Date.parse("2026-07-14T09:30:00Z");
const sense = {
  site: "tank-1917",
  products: (item: number) =>
    item === 14
      ? ({ kind: "visit", tariff: "full" } as const)
      : item === 20
        ? ({ kind: "other" } as const)
        : ({ kind: "unknown" } as const),
  startOf: (slot: number | null | undefined) => (slot === 5521 ? SLOT_START : undefined),
};
const [sale, refund, fee] = sample.transactions.map((row) => TransactionRow.parse(row));
const order = SalesOrderRow.parse(sample.order);

test("a ledger line is tickets at the slot's start, with sign, price and time of sale", () => {
  const facts = { channel: "online", origin: "59", language: "fr" } as const;
  expect(sale && mapTransaction(sale, sense, facts)).toEqual({
    kind: "record",
    record: {
      ...{
        site: "tank-1917",
        measure: "tickets",
        key: "90210",
        at: SLOT_START,
        minutes: 0,
        value: 2,
        tariff: "full",
      },
      ...{ version: Date.parse("2026-07-10T17:20:00.220Z"), deleted: false, amountCents: 1300 },
      knownAt: Date.parse("2026-07-10T17:20:00.220Z"),
      bookedOn: Date.parse("2026-07-10T17:20:00Z"),
      ...facts,
    },
  });
  expect(refund && mapTransaction(refund, sense, {})).toMatchObject({
    record: { value: -1, amountCents: -650 },
  });
});

test("fees, other products and test orders are no visits; unknown products and slots are set aside", () => {
  expect(fee && mapTransaction(fee, sense, {})).toEqual({ kind: "ignored" });
  if (!sale) throw new Error("sample");
  expect(mapTransaction({ ...sale, item: 20 }, sense, {})).toEqual({ kind: "ignored" });
  expect(mapTransaction(sale, sense, null)).toEqual({ kind: "ignored" });
  expect(mapTransaction({ ...sale, item: 99 }, sense, {})).toMatchObject({
    reason: "unknown_value",
    field: "item",
  });
  expect(mapTransaction({ ...sale, subevent: 1 }, sense, {})).toMatchObject({ field: "subevent" });
});

test("a cancelled position, a cancelled order and one that awaits approval are taken back", () => {
  const [stands, canceled] = order.positions;
  if (!stands || !canceled) throw new Error("sample");
  expect(mapPosition(stands, order, sense)).toMatchObject({
    record: { deleted: false, key: "23441", origin: "59", version: Date.parse("2026-07-14T08:02:11Z") },
  });
  expect(mapPosition(canceled, order, sense)).toMatchObject({ record: { deleted: true, key: "23442" } });
  expect(mapPosition(stands, { ...order, status: "c" }, sense)).toMatchObject({ record: { deleted: true } });
  expect(mapPosition(stands, { ...order, require_approval: true }, sense)).toMatchObject({
    record: { deleted: true },
  });
  expect(mapPosition(stands, { ...order, status: "n" }, sense)).toMatchObject({ record: { deleted: false } });
});

test("a scan counts at its own time and is known when it arrived", () => {
  const [good] = sample.checkins.map((row) => CheckinRow.parse(row));
  if (!good) throw new Error("sample");
  expect(mapCheckin(good, "tank-1917", 5)).toMatchObject({
    record: {
      ...{ measure: "admissions", key: "771", value: 1, deleted: false, gate: "2", version: 5 },
      at: Date.parse("2026-07-14T09:31:05Z"),
      knownAt: Date.parse("2026-07-14T12:10:40Z"),
    },
  });
  const failed = { ...good, successful: false };
  expect(mapCheckin({ ...failed, error_reason: "annulled" }, "x", 5)).toMatchObject({
    record: { deleted: true },
  });
  expect(mapCheckin({ ...failed, error_reason: "already_redeemed" }, "x", 5)).toEqual({ kind: "ignored" });
  expect(mapCheckin({ ...good, type: "exit" }, "x", 5)).toEqual({ kind: "ignored" });
});

test("places of a slot: the quota over everything, else the quotas that divide it", () => {
  const quota = (size: number | null, items: number[]): QuotaRow => ({ id: 1, size, items, subevent: 5521 });
  expect(placesOf([quota(30, [14, 15]), quota(10, [15])])).toBe(30);
  expect(placesOf([quota(20, [14]), quota(10, [15])])).toBe(30);
  expect(placesOf([quota(25, [14]), quota(12, [14])])).toBe(12);
  expect(placesOf([quota(null, [14]), quota(10, [15])])).toBeNull();
  expect(placesOf([])).toBeNull();
});

test("a slot without limit or not on sale has no capacity; one with a limit spans its length", () => {
  const slot = SlotRow.parse(sample.subevent);
  expect(mapSlot(slot, 30, "tank-1917", 9)).toMatchObject({
    record: { measure: "capacity", value: 30, minutes: 60, key: "5521", at: SLOT_START },
  });
  expect(mapSlot(slot, null, "tank-1917", 9)).toEqual({ kind: "ignored" });
  expect(mapSlot({ ...slot, active: false }, 30, "tank-1917", 9)).toEqual({ kind: "ignored" });
});

test("decoding drops every field that is not named: nothing personal is left to map", () => {
  const decoded = JSON.stringify([
    SalesOrderRow.parse(sample.order),
    sample.transactions.map((row) => TransactionRow.parse(row)),
    sample.checkins.map((row) => CheckinRow.parse(row)),
    QuotaRow.parse(sample.quota),
  ]);
  for (const tainted of ["camille", "Camille", "+33", "example.org", "z3fs", "Exemple", "allergie"]) {
    expect(JSON.stringify(sample)).toContain(tainted);
    expect(decoded).not.toContain(tainted);
  }
});
