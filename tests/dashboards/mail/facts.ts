/** A full morning, with everything a mail may have to say. */
import type { DigestFacts, MailFrame } from "../../../src/contract/mail.ts";
import type { Notice } from "../../../src/domain/notice.ts";
import { frame, SITES, ZONE } from "../fixtures/sites.ts";

export const NAMES: MailFrame["names"] = {
  ...Object.fromEntries(SITES.map(({ id, name }) => [id, name])),
  "le-labo": { fr: 'Le "Labo" <b> & *Cie*' },
};
const open = (from: string, to: string) => ({ kind: "open" as const, hours: [{ from, to }] });
const closed = { kind: "closed" as const, reason: { fr: "fermeture annuelle" } };

export const NOTICES: readonly Notice[] = [
  {
    alert: "a",
    subject: "tank-1917 2026-11-28",
    kind: "forecast_occupancy_above",
    site: "tank-1917",
    day: "2026-11-28",
    hour: Date.parse("2026-11-28T14:00:00Z"),
    low: 60,
    high: 118,
    limit: 108,
    capacity: 120,
  },
  {
    alert: "a",
    subject: "tank-1917 2026-11-25",
    kind: "occupancy_above",
    site: "tank-1917",
    at: Date.parse("2026-11-25T14:30:00Z"),
    inside: 112,
    limit: 108,
    capacity: 120,
  },
  {
    alert: "a",
    subject: "tank-door x",
    kind: "feed_silent",
    feed: "tank-door",
    site: "tank-1917",
    since: Date.parse("2026-11-24T13:00:00Z"),
    failed: false,
  },
  {
    alert: "a",
    subject: "le-labo 2026-11-24",
    kind: "anomaly",
    site: "le-labo",
    day: "2026-11-24",
    visits: 412,
    low: 180,
    high: 260,
  },
];

export const FRAME: MailFrame = {
  office: frame("fr", "/").office,
  zone: ZONE,
  simulated: true,
  names: NAMES,
  url: "https://beffroi.example.org",
  now: "2026-11-26T06:30:00Z",
};

export const DIGEST: DigestFacts = {
  ...FRAME,
  today: "2026-11-26",
  yesterday: "2026-11-25",
  sites: [
    {
      site: "le-labo",
      yesterday: { visits: 214, state: "measured", estimated: 0 },
      today: { opening: open("13:00", "18:30"), expected: { low: 180, high: 260 }, booked: null },
    },
    {
      site: "tank-1917",
      yesterday: { visits: 117, state: "estimated", estimated: 18 },
      today: { opening: closed, expected: null, booked: 45 },
    },
    {
      site: "chapelle-jesuites",
      yesterday: { visits: null, state: "missing", estimated: 0 },
      today: { opening: open("14:00", "18:00"), expected: { low: 20, high: 45 }, booked: null },
    },
    {
      site: "abbaye-vaucelles",
      yesterday: { visits: null, state: "closed", estimated: 0 },
      today: { opening: closed, expected: null, booked: null },
    },
    {
      site: "chateau-esnes",
      yesterday: { visits: 0, state: "measured", estimated: 0 },
      today: { opening: open("14:30", "17:00"), expected: null, booked: 1 },
    },
  ],
  all: { yesterday: 331, missing: 1, estimated: 18, comparable: 302, today: { low: 210, high: 300 } },
  weekend: {
    saturday: "2026-11-28",
    sunday: "2026-11-29",
    both: { low: 520, high: 680 },
    by_day: { saturday: { low: 310, high: 420 }, sunday: { low: 190, high: 280 } },
    verdict: "busy",
    year_before: 410,
  },
  saturday_before: { low: 250, high: 360 },
  week: {
    visits: 1812,
    before: 1765,
    left_out: 2,
    sites: [
      { site: "le-labo", visits: 1010, before: 930 },
      { site: "tank-1917", visits: 702, before: 735 },
    ],
  },
  corrected: [{ site: "le-labo", day: "2026-11-20", before: 412, after: 388 }],
  silent: [
    {
      feed: "jesuites-door",
      kind: "counter",
      last_at: "2026-11-24T13:00:00Z",
      last_run_at: "2026-11-26T06:00:00Z",
      health: "silent",
      site: "chapelle-jesuites",
    },
    { feed: "weather", kind: "weather", last_at: null, last_run_at: null, health: "failed", site: null },
  ],
  notices: NOTICES.filter(({ kind }) => kind !== "feed_silent"),
};

/** Nothing has happened yet. */
export const EMPTY: DigestFacts = {
  ...DIGEST,
  url: null,
  sites: DIGEST.sites.map(({ site, today }) => ({
    site,
    yesterday: { visits: null, state: "missing", estimated: 0 },
    today: { ...today, expected: null, booked: null },
  })),
  all: { yesterday: null, missing: 5, estimated: 0, comparable: null, today: null },
  weekend: null,
  saturday_before: null,
  week: null,
  corrected: [],
  silent: [],
  notices: [],
};
