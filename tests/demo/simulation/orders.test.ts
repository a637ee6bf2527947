import { expect, test } from "vitest";
import { type Order, positionAt } from "../../../demo/simulation/order.ts";
import { createWorld } from "../../../demo/simulation/world.ts";
import { addDays, daysIn, HOUR, MINUTE } from "../../../src/domain/time.ts";
import { fakeTerritory } from "./fake-territory.ts";

const world = createWorld({ territory: fakeTerritory(), seed: "test", start: "2024-11-24", days: 730 });
const SITES = ["tank-1917", "labo", "archeosite"];
const days = daysIn({ from: "2025-09-01", to: "2026-09-01" });
const ordersOf = (site: string, date: string): readonly Order[] => world.place(site)?.orders(date) ?? [];
const END = Number.POSITIVE_INFINITY;

test("tickets that stand and were scanned are exactly the people who came", () => {
  for (const site of SITES) {
    for (const date of days) {
      let standing = 0;
      let admitted = 0;
      for (const order of ordersOf(site, date)) {
        for (const position of order.positions.keys()) {
          const { slot, cancelled } = positionAt(order, position, END);
          if (cancelled) continue;
          expect(slot.date).toBe(date);
          standing++;
          const scans = order.scans.filter((scan) => scan.position === position);
          if (scans.some(({ annulledOn, refused }) => annulledOn === null && refused === null)) admitted++;
        }
      }
      expect(admitted, `${site} ${date}`).toBe(world.truth(site, date).visits);
      expect(standing).toBeGreaterThanOrEqual(admitted);
    }
  }
});

test("cancellations, moves, no-shows, late scans and annulments all occur, none of them often", () => {
  const orders = SITES.flatMap((site) => days.flatMap((date) => ordersOf(site, date)));
  const share = (is: (order: Order) => boolean) => orders.filter(is).length / orders.length;
  const within = (value: number, low: number, high: number) => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  };
  within(
    share(({ changes }) => changes.some(({ kind }) => kind === "cancel")),
    0.01,
    0.12,
  );
  within(
    share(({ changes }) => changes.some(({ kind }) => kind === "move")),
    0.003,
    0.05,
  );
  within(
    share(({ scans, changes }) => scans.length === 0 && changes.length === 0),
    0.003,
    0.06,
  );
  within(
    share(({ scans }) => scans.some(({ at, uploadedOn }) => uploadedOn - at > HOUR)),
    0.003,
    0.08,
  );
  within(
    share(({ scans }) => scans.some(({ annulledOn }) => annulledOn !== null)),
    0.003,
    0.1,
  );
});

test("nobody buys, changes or is scanned in the wrong order", () => {
  for (const site of SITES) {
    for (const date of days) {
      for (const { placedOn, changes, scans, slot } of ordersOf(site, date)) {
        expect(slot.visibleFrom).toBeLessThanOrEqual(placedOn);
        let last = placedOn;
        for (const { on } of changes) {
          expect(on).toBeGreaterThanOrEqual(last);
          last = on;
        }
        for (const { at, uploadedOn, annulledOn } of scans) {
          expect(at).toBeGreaterThanOrEqual(placedOn);
          expect(uploadedOn).toBeGreaterThanOrEqual(at);
          if (annulledOn !== null) expect(annulledOn - uploadedOn).toBeLessThanOrEqual(15 * MINUTE);
        }
      }
    }
  }
});

test("order numbers are unique within a site", () => {
  const numbers = days.flatMap((date) => ordersOf("labo", date).map(({ number }) => number));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("groups for the coming weeks are on the books today, those of far days are not yet", () => {
  const now = Date.parse("2026-03-02T09:00:00Z");
  const booked = (from: number, to: number) =>
    SITES.flatMap((site) =>
      daysIn({ from: addDays("2026-03-02", from), to: addDays("2026-03-02", to) }).flatMap((date) =>
        ordersOf(site, date).filter(({ placedOn }) => placedOn < now),
      ),
    ).length;
  expect(booked(1, 30)).toBeGreaterThan(10);
  expect(booked(30, 120)).toBeGreaterThan(5);
  expect(booked(186, 260)).toBe(0);
});
