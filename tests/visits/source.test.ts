import { expect, test } from "vitest";
import type { Feed, Site } from "../../src/domain/site.ts";
import { resolveSources, serves } from "../../src/visits/source.ts";
import { site, territory } from "./support/context.ts";

const delivered = (feed: string, of: string, ...measures: string[]) =>
  new Map([[feed, new Map([[of, new Set(measures)]])]]);
const feed = (id: string): Feed => {
  const found = territory.feeds.find((f) => f.id === id);
  if (!found) throw new RangeError(id);
  return found;
};

test("tickets mean scans where the till scans, else net tickets by slot", () => {
  const tank = site("tank");
  expect(resolveSources(tank, territory.feeds, delivered("till", "tank", "tickets"))[0]?.measure).toBe(
    "tickets",
  );
  expect(
    resolveSources(tank, territory.feeds, delivered("till", "tank", "tickets", "admissions"))[0]?.measure,
  ).toBe("admissions");
});

test("the stand-in follows the source of truth with its own calibration and kind", () => {
  const [truth, standIn] = resolveSources(site("tank"), territory.feeds, new Map());
  expect(truth).toMatchObject({ feeds: ["till"], kind: "events", calibration: 1 });
  expect(standIn).toEqual({ feeds: ["tank-door"], measure: "entries", kind: "spans", calibration: 0.5 });
});

test("a source without a feed is left out", () => {
  const counted: Site = { ...site("tank"), visits: { source: "manual", calibration: 1, otherwise: [] } };
  expect(resolveSources(counted, territory.feeds, new Map())).toEqual([]);
});

test("a feed serves its site, its gates' sites, and sites that its rows name", () => {
  const spread: Feed = {
    ...feed("labo-door"),
    site: null,
    gates: [{ key: "a", site: "tank", name: { fr: "", en: "", nl: "" } }],
  };
  expect(serves(feed("till"), "tank", new Map())).toBe(true);
  expect(serves(feed("till"), "labo", new Map())).toBe(false);
  expect(serves(spread, "tank", new Map())).toBe(true);
  expect(serves({ ...spread, gates: [] }, "esnes", delivered("labo-door", "esnes", "entries"))).toBe(true);
});
