import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { catalogueOf } from "../../../../ingest/connectors/octo/catalogue.ts";
import { mapBooking } from "../../../../ingest/connectors/octo/map.ts";
import { octoOptions } from "../../../../ingest/connectors/octo/options.ts";
import { readSlots } from "../../../../ingest/connectors/octo/readings.ts";
import { Booking, Product } from "../../../../ingest/connectors/octo/rows.ts";
import { createHttpClient } from "../../../../ingest/transport/http.ts";
import type { Mapped } from "../../../../src/domain/record.ts";
import { HOUR, MINUTE } from "../../../../src/domain/time.ts";
import { createRig } from "../../rig.ts";
import { NOW, type OctoSource, octoSource } from "./source.ts";

const zone = "Europe/Paris";
const offer = { product: "visite", option: "DEFAULT", zone };
const Sample = z.object({
  products: Product.array(),
  availability: z.array(z.looseObject({})),
  bookings: z.array(z.looseObject({ unitItems: z.array(z.looseObject({})) })),
});
const sample = Sample.parse(
  JSON.parse(
    readFileSync(resolve(import.meta.dirname, "../../../../ingest/connectors/octo/sample.json"), "utf8"),
  ),
);
const [slot] = sample.availability;

function read(more: object, now = NOW): { sold: unknown; at: unknown; minutes: unknown; rejected: Mapped[] } {
  const rejected: Mapped[] = [];
  const [reading] = readSlots([{ ...slot, ...more }], offer, now, rejected);
  const at = reading && new Date(reading.at).toISOString();
  return { sold: reading?.sold, at, minutes: reading?.minutes, rejected };
}

describe("a slot", () => {
  test("has sold what is not free", () => {
    expect(read({})).toMatchObject({ sold: 16, at: "2026-12-01T13:00:00.000Z", minutes: 60, rejected: [] });
  });

  test("that is closed, sold without limit, or has begun and tells 0 has no number", () => {
    const begun = Date.parse("2026-12-01T13:10:00Z");
    expect(read({ status: "CLOSED", vacancies: 0 }).sold).toBeNull();
    expect(read({ status: "CLOSED", vacancies: 20 }).sold).toBe(0);
    expect(read({ status: "FREESALE", vacancies: null, capacity: null }).sold).toBeNull();
    expect(read({ status: "SOLD_OUT", vacancies: 0 }).sold).toBe(20);
    expect(read({ status: "SOLD_OUT", vacancies: 0 }, begun).sold).toBeNull();
    expect(read({}, begun).sold).toBe(16);
  });

  test("of a whole day is that of its opening hours", () => {
    const day = {
      localDateTimeStart: "2026-12-01T00:00:00+01:00",
      localDateTimeEnd: "2026-12-02T00:00:00+01:00",
    };
    const openingHours = [
      { from: "10:00", to: "12:00" },
      { from: "14:00", to: "18:00" },
    ];
    expect(read({ ...day, allDay: true, openingHours })).toMatchObject({
      ...{ at: "2026-12-01T09:00:00.000Z", minutes: 480 },
    });
    expect(read({ ...day, allDay: true })).toMatchObject({ at: "2026-11-30T23:00:00.000Z", minutes: 1440 });
  });

  test("with more free places than places, or without a time, is set aside", () => {
    expect(read({ vacancies: 21 }).rejected).toMatchObject([{ reason: "bad_number" }]);
    expect(read({ localDateTimeStart: "14:00 Alix" }).rejected).toMatchObject([
      { reason: "malformed", field: "localDateTimeStart" },
    ]);
    expect(JSON.stringify(read({ localDateTimeStart: "14:00 Alix" }))).not.toContain("Alix");
  });
});

describe("a booking", () => {
  const { products } = sample;
  const [told] = sample.bookings;
  const booking = (more: object = {}) => ({ ...told, ...more });
  const items = told?.unitItems ?? [];
  const map = (more: object = {}, given: object = {}) => {
    const options = octoOptions.parse({
      ...{ url: "http://127.0.0.1", token: "t", units: { dog: "ignore" } },
      ...given,
    });
    return mapBooking(Booking.parse(booking(more)), catalogueOf(products, options, zone), {
      ...{ site: "museum", now: NOW },
    });
  };
  const facts = (rows: readonly Mapped[], measure: string) =>
    rows.flatMap((row) => (row.kind === "record" && row.record.measure === measure ? [row.record] : []));

  test("counts people, not tickets, by their class, and leaves out what is no visit", () => {
    const tickets = facts(map(), "tickets");
    expect(tickets).toMatchObject([
      { key: "i1", value: 4, tariff: "other", deleted: false, at: Date.parse("2026-12-01T11:00:00Z") },
      { key: "i2", value: 1, tariff: "full", deleted: false, bookedOn: Date.parse("2026-11-23T23:16:02Z") },
    ]);
    expect(tickets).toHaveLength(2);
    expect(facts(map({}, { units: { FAMILY: "full", dog: "ignore" } }), "tickets")[0]?.tariff).toBe("full");
  });

  test("that is held, cancelled or has run out is none, and one of its tickets can be taken back alone", () => {
    for (const status of ["ON_HOLD", "PENDING", "CANCELLED", "EXPIRED", "REJECTED", "SOMETHING_NEW"])
      expect(facts(map({ status }), "tickets").every(({ deleted }) => deleted)).toBe(true);
    const [one, other] = items;
    const part = map({ unitItems: [{ ...one, status: "CANCELLED" }, other] });
    expect(facts(part, "tickets").map(({ deleted }) => deleted)).toEqual([true, false]);
  });

  test("that was redeemed is admissions at that time", () => {
    const utcRedeemedAt = "2026-12-01T11:04:00Z";
    const [one, other] = items;
    const rows = map({ unitItems: [{ ...one, status: "REDEEMED", utcRedeemedAt }, other] });
    const at = Date.parse(utcRedeemedAt);
    expect(facts(rows, "admissions")).toMatchObject([
      { key: "i1/scan", at, knownAt: at, value: 4, deleted: false },
      { key: "i2/scan", deleted: true },
    ]);
  });

  test("without a date is no visit before it is redeemed; a test or another site's is none at all", () => {
    const undated = map({ availability: null, availabilityId: null });
    expect(facts(undated, "tickets")).toEqual([]);
    expect(map({ testMode: true })).toEqual([{ kind: "ignored" }]);
    expect(map({}, { products: ["autre"] })).toEqual([{ kind: "ignored" }]);
    expect(facts(map({}, { products: ["visite/DEFAULT"] }), "tickets")).toHaveLength(2);
  });

  test("has an amount only in euros", () => {
    const [one] = items;
    const priced = (pricing: object) =>
      facts(map({ unitItems: [{ ...one, pricing }] }), "tickets")[0]?.amountCents;
    expect(priced({ retail: 2450, currency: "EUR", currencyPrecision: 2 })).toBe(2450);
    expect(priced({ retail: 24, currency: "EUR", currencyPrecision: 0 })).toBe(2400);
    expect(priced({ retail: 2450, currency: "GBP", currencyPrecision: 2 })).toBeUndefined();
  });
});

describe("a supplier that tells less than before", () => {
  let source: OctoSource;
  beforeEach(async () => {
    source = await octoSource("availability");
  });
  afterEach(() => source.close());

  test("is held back when too many slots are gone, and believed when told to be", async () => {
    const rig = createRig(source);
    await rig.pull();
    const before = rig.sink.totals();
    source.clock.now += 25 * HOUR;
    for (const slot of source.state.slots)
      if (slot.start > source.clock.now) slot.states.push({ at: NOW, capacity: 20, status: "GONE" });
    const [run] = await rig.pull();
    expect(run).toMatchObject({ status: "changed" });
    expect(run?.problem).toMatch(/held back: \d+ of \d+ slots/);
    expect(rig.sink.totals()).toEqual(before);
  });

  test("a slot that cannot be read makes no other count as gone", async () => {
    const rig = createRig(source);
    await rig.pull();
    const known = rig.sink.totals().get("tickets 2026-10-20T13:00:00.000Z tank-1917");
    source.clock.now += MINUTE;
    source.slot(4).states.push({ at: NOW, capacity: 20, status: "GONE" });
    source.slot(6).states.push({ at: NOW, capacity: -1 });
    await rig.pull();
    expect(rig.sink.rejections).toMatchObject([{ reason: "bad_number", field: "vacancies" }]);
    expect(rig.sink.totals().get("tickets 2026-10-20T13:00:00.000Z tank-1917")).toBe(known);
  });

  test("says at the check how many slots tell a number", async () => {
    const { feed } = createRig(source);
    const result = await feed.check({
      ...{ cursor: null, from: undefined, until: NOW, now: NOW, http: createHttpClient() },
      log: { info: () => undefined, warn: () => undefined },
      signal: new AbortController().signal,
    });
    expect(result).toMatchObject({
      ok: true,
      detail: expect.stringMatching(/2 options .* \d+ of \d+ slots/),
    });
  });
});
