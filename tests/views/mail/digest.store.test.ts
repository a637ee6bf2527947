import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mails } from "../../../dashboards/mail/mail.ts";
import type { Digest, Recipient } from "../../../src/domain/alert.ts";
import { addDays, atLocalTime, daysIn } from "../../../src/domain/time.ts";
import { digestTurn } from "../../../src/jobs/alerts/digest-turn.ts";
import { createLedger } from "../../../src/jobs/alerts/ledger.ts";
import { createSend } from "../../../src/jobs/alerts/send.ts";
import type { Store } from "../../../src/store/connect.ts";
import { readAlertFacts } from "../../../src/views/mail/alert-facts.ts";
import { readDigest } from "../../../src/views/mail/digest.ts";
import { createViews } from "../../../src/views/views.ts";
import { startMailServer } from "../../jobs/alerts/support.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { fill, issue, TODAY, viewTerritory } from "../support/world.ts";

let engine: TestEngine;
let store: Store;
const territory = viewTerritory();
const at = (clock: string, day = TODAY) => atLocalTime(day, clock, "Europe/Paris");
const parts = (now: number) => ({
  views: createViews({ store, territory, now: () => now }),
  store,
  territory,
  url: "https://beffroi.example.org",
});

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  const days = daysIn({ from: TODAY, to: addDays(TODAY, 30) });
  for (const [site, people] of [
    ["tank", 28],
    ["labo", 288],
    ["territory", 316],
  ] as const) {
    await issue(store, site, at("06:00"), days, () => people);
  }
  await issue(store, "territory", at("06:00", addDays(TODAY, -8)), [addDays(TODAY, 3)], () => 500);
}, 120_000);
afterAll(() => engine.close());

describe("on Wednesday at half past seven", () => {
  const now = at("07:30");

  test("yesterday is whole, closed sites are no zero, today is a range", async () => {
    const facts = await readDigest(parts(now), now, []);
    expect([facts.yesterday, facts.today]).toEqual(["2026-11-24", TODAY]);
    const of = (id: string) => facts.sites.find(({ site }) => site === id);
    // Tuesday: the Labo alone is open, 32 quarters of ten entries at 0.9.
    expect(of("labo")?.yesterday).toEqual({ visits: 288, state: "measured", estimated: 0 });
    expect(of("tank")?.yesterday).toMatchObject({ visits: null, state: "closed" });
    expect(of("tank")?.today.expected).toEqual({ low: 22, high: 34 });
    expect(of("esnes")?.today).toEqual({
      opening: {
        kind: "closed",
        reason: { fr: "sur rendez-vous", en: "sur rendez-vous", nl: "sur rendez-vous" },
      },
      expected: null,
      booked: null,
    });
    expect(facts.all).toMatchObject({ yesterday: 288, missing: 0, today: { low: 253, high: 379 } });
  });

  test("Saturday is told as it was forecast a week ago", async () => {
    const facts = await readDigest(parts(now), now, []);
    expect(facts.weekend?.saturday).toBe("2026-11-28");
    expect(facts.saturday_before).toEqual({ low: 400, high: 600 });
  });

  test("two regular weeks are alike; what is missing in one of them is left out of both", async () => {
    const { week } = await readDigest(parts(now), now, []);
    // Esnes' sheets are two weeks behind: its Sunday is missing in both weeks, hence one day left out.
    expect(week).toMatchObject({ left_out: 1 });
    expect(week?.visits).toBeGreaterThan(0);
    expect(week?.sites.find(({ site }) => site === "labo")).toEqual({
      site: "labo",
      visits: 1440,
      before: 1440,
    });
  });

  test("nobody is silent in the morning: closed hours owe nothing", async () => {
    expect((await readDigest(parts(now), now, [])).silent.map(({ feed }) => feed)).not.toContain("labo-door");
  });
});

test("feeds that owe news in the afternoon of the next day are silent, with when they were heard", async () => {
  const later = at("17:00", addDays(TODAY, 1));
  const facts = await readAlertFacts(parts(later), later, new Set(["feed_silent"]));
  expect(facts.feeds.find(({ id }) => id === "labo-door")).toMatchObject({
    site: "labo",
    health: "late",
    lastAt: at("15:30"),
  });
  expect([facts.peaks, facts.inside, facts.unusual]).toEqual([[], [], []]);
});

test("an empty store says nothing about its feeds", async () => {
  const { store: empty } = await engine.fresh();
  const now = at("07:30");
  const views = createViews({ store: empty, territory, now: () => now });
  const facts = await readAlertFacts({ views, territory }, now, new Set(["feed_silent"]));
  expect(facts.feeds).toEqual([]);
  const digest = await readDigest({ views, store: empty, territory, url: null }, now, []);
  expect(digest).toMatchObject({ week: null, weekend: null, all: { yesterday: null, today: null } });
  expect(mails.digest(digest, "fr").subject).toContain("Pas de prévision pour aujourd’hui");
});

test("people inside are entries less exits, only where doors count both ways", async () => {
  const facts = await readAlertFacts(parts(at("15:40")), at("15:40"), new Set(["occupancy_above"]));
  expect(facts.inside).toEqual([]);
});

test("the digest reaches each recipient once, in their language, and not before its hour", async () => {
  const server = await startMailServer({ refuse: "parti@example.org" });
  const to = (name: string, lang: Recipient["lang"]): Recipient => ({
    address: `mailto:${name}@example.org`,
    lang,
    secret: null,
  });
  const digest: Digest = {
    atMinute: 450,
    weekdays: [3],
    to: [to("parti", "fr"), to("accueil", "fr"), to("desk", "en"), to("balie", "nl")],
  };
  let now = at("07:29");
  let read = 0;
  const send = createSend({ url: server.url, from: "beffroi@example.org" }, () => now);
  const turn = () =>
    digestTurn(digest, {
      ledger: createLedger(store),
      now: () => now,
      log: { info() {}, warn() {} },
      zone: "Europe/Paris",
      mails: true,
      send,
      write: async ({ lang }) => {
        read++;
        return mails.digest(await readDigest(parts(now), now, []), lang);
      },
    });
  expect(await turn()).toBe(0);
  now = at("07:30");
  expect(await turn()).toBe(3);
  now = at("07:31");
  expect(await turn()).toBe(0);
  expect(read).toBe(4);
  now = at("07:30", addDays(TODAY, 1));
  expect(await turn()).toBe(0);
  const subjects = server.mails.map(({ subject }) => subject);
  expect(subjects).toEqual([
    "Aujourd’hui, entre 253 et 379 visites attendues\u202f; hier 288 visites",
    "Today, between 253 and 379 visits expected; 288 visits yesterday",
    "Vandaag tussen 253 en 379 bezoeken verwacht; gisteren 288 bezoeken",
  ]);
  expect(server.mails[0]?.text).toContain("8\u00a0jours sur\u00a010");
  await server.close();
});
