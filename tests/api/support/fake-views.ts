/** Views that answer at once from made-up rows, and count how often they are asked. */
import { vi } from "vitest";
import type { ViewReply, Views } from "../../../src/api/views.ts";
import { changesAsked } from "../../../src/contract/suppose.ts";
import type { VisitRow } from "../../../src/contract/visits.ts";
import { addDays, daysIn } from "../../../src/domain/time.ts";

export const SITES = ["tank-1917", "musee-cambrai", "beffroi"];
export const NOW = Date.parse("2026-11-25T14:40:00Z");

const provenance = { as_of: "2026-11-25T14:30:00Z", coverage: 0.97, figure: "visits.abc123" };

/** One row per site and day; every seventh day is closed, every fifth missing. */
export function visitRows(sites: readonly string[], from: string, to: string): VisitRow[] {
  return sites.flatMap((site) =>
    daysIn({ from, to }).map((day, i): VisitRow => {
      const state = i % 7 === 6 ? "closed" : i % 5 === 4 ? "missing" : "measured";
      return {
        site,
        start: `${addDays(day, -1)}T23:00:00Z`,
        day,
        visits: state === "measured" ? (i * 37) % 200 : null,
        state,
        coverage: state === "closed" ? null : 1,
        estimated: 0,
        estimated_by: null,
        provisional: false,
        compare_day: null,
        compare_visits: null,
        compare_reason: null,
      };
    }),
  );
}

const board: ViewReply<"board"> = {
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  day: "2026-11-25",
  before_opening: false,
  territory: {
    site: "territory",
    name: { fr: "Cambrésis" },
    municipality: null,
    opening: { kind: "closed", reason: null },
    next_opening: null,
    state: "up_to_date",
    last_report: null,
    missing: [],
    visits: 12,
    bound: "exact",
    estimated: 0,
    estimated_share: 0,
    usual_now: null,
    usual_day: null,
    inside: null,
    expected: null,
    days: [],
    feeds: [],
  },
  rows: [],
  verdict: "unknown",
  weekend: null,
  booked: { total: 0, groups: 0, on_closed_days: 0 },
  advice: null,
};

const outlook = (site: string): ViewReply<"outlook"> => ({
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  site,
  name: { fr: site },
  municipality: "Cambrai",
  sites: [],
  refused: "short_history",
  past: [],
  coming: [],
  today: { visits: null, state: "missing" },
  selected: null,
  drivers: [],
  similar: [],
  desk_rule: null,
  scores: [],
  last_miss: null,
  marks: [],
  breaks: [],
  model: null,
  counts_bookings: false,
  origin: null,
  issued_at: null,
});

/** What the pages of one site say around their figures. */
const page = (site: string) => ({
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  site,
  name: { fr: site },
  municipality: "Cambrai",
  sites: [],
});

const bookings = (site: string): ViewReply<"bookings"> => ({
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  site,
  name: { fr: site },
  municipality: "Cambrai",
  takes_bookings: false,
  has_till: false,
  selected: null,
  alike: null,
  curve: [],
  steps: [],
  coming: [],
});

const staffing = (site: string): ViewReply<"staffing"> => ({
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  site,
  name: { fr: site },
  municipality: "Cambrai",
  from: "2026-11-23",
  rule: null,
  refused: null,
  days: [],
  totals: { need50: 0, need80: 0, planned: null, short: 0 },
  reach: null,
  plan_changed_at: null,
  issued_at: null,
});

const attendance: ViewReply<"attendance"> = {
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  from: "2026-11-01",
  to: "2026-12-01",
  sites: [],
  total: null,
  estimated: 0,
  provisional_from: null,
  rows: [],
  growth: { to_date: null, comparable: null, per_open_hour: null },
  weeks: [],
  marks: [],
  breaks: [],
  estimated_share: 0,
  revisions: 0,
};

const flows: ViewReply<"flows"> = {
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  days: ["2026-11-25"],
  day: "2026-11-25",
  rows: [],
  advice: [],
  kept: [],
  outline: null,
  movements: {
    quarter: "2026-Q3",
    from: "2026-07-01",
    to: "2026-10-01",
    quarters: ["2026-Q3"],
    least: 11,
    tickets: 0,
    told: 0,
    origins: null,
    passes: null,
  },
};

const tally = (site: string): ViewReply<"tally"> => ({
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  site,
  name: { fr: site },
  municipality: "Cambrai",
  sites: [],
  feed: null,
  used: "unused",
  tariffs: [],
  day: "2026-11-25",
  opening: { kind: "closed", reason: null },
  next_opening: null,
  slots: [],
  people: null,
  last_at: null,
  days: [],
});

const live: ViewReply<"live"> = {
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  day: "2026-11-25",
  rows: [{ site: "beffroi", state: "up_to_date", visits: 12, bound: "exact", inside: null }],
};

const calendar: ViewReply<"calendar"> = {
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  from: "2025-12-01",
  to: "2026-11-30",
  sites: [],
  years: [2026],
  total: null,
  rows: [],
  hours: [],
  marks: [],
  breaks: [],
  estimated_share: 0,
};

const comparison: ViewReply<"comparison"> = {
  ...provenance,
  now: "2026-11-25T14:40:00Z",
  zone: "Europe/Paris",
  from: "2025-11-25",
  to: "2026-11-25",
  sites: [],
  rows: [],
  together: null,
  concentration: null,
  estimated_share: 0,
};

const scenario = (id: string): ViewReply<"scenarios">["rows"][number] => ({
  id,
  site: "beffroi",
  name: "Foire",
  created_at: "2026-11-25T14:00:00Z",
  changes: [{ kind: "free_entry", day: "2026-12-05" }],
  status: "draft",
  frozen_at: null,
});

/** Every view is a spy: `views.visits.mock.calls` holds the queries. */
export function fakeViews() {
  return {
    visits: vi.fn<Views["visits"]>(async ({ sites = SITES, from, to }) => {
      const rows = visitRows(sites, from, to);
      return {
        ...provenance,
        total: rows.reduce((sum, row) => sum + (row.visits ?? 0), 0),
        estimated: 0,
        rows,
      };
    }),
    sites: vi.fn<Views["sites"]>(async () => ({
      ...provenance,
      rows: SITES.map((id) => ({
        id,
        name: { fr: id === "beffroi" ? '=HYPERLINK("http://x")' : `Site « ${id} »` },
        municipality: id === "beffroi" ? "=1+1" : "Cambrai",
        owner: "cac",
        longitude: id === "beffroi" ? -3.1 : 3.1,
        latitude: null,
        capacity: 120,
        opening_today: { kind: "closed" as const, reason: null },
        visits_today: 0,
        state: "measured" as const,
        feeds: [],
      })),
    })),
    forecasts: vi.fn<Views["forecasts"]>(async () => ({ ...provenance, rows: [], refused: [] })),
    scorecard: vi.fn<Views["scorecard"]>(async () => ({ ...provenance, rows: [] })),
    quality: vi.fn<Views["quality"]>(async () => ({
      ...provenance,
      now: "2026-11-25T14:40:00Z",
      zone: "Europe/Paris",
      from: "2026-10-01",
      to: "2026-11-26",
      sites: [],
      feeds: [],
      feed: null,
      rows: [],
      days: [],
      reasons: [],
      problems: [],
      concordance: [],
      faults: [],
      selected: null,
      runs: [],
      rejected: [],
      revisions: [],
      gaps: [],
      quarantine: { held: 0, open: 0, rows: [] },
    })),
    quarantine: vi.fn<Views["quarantine"]>(async ({ id }) => ({
      now: "2026-11-25T14:40:00Z",
      ...{ feed: id, held: 0, open: 0, kept_days: 90, rows: [] },
    })),
    board: vi.fn<Views["board"]>(async () => board),
    bookings: vi.fn<Views["bookings"]>(async ({ site }) => bookings(site)),
    staffing: vi.fn<Views["staffing"]>(async ({ site }) => staffing(site)),
    attendance: vi.fn<Views["attendance"]>(async () => attendance),
    calendar: vi.fn<Views["calendar"]>(async () => calendar),
    comparison: vi.fn<Views["comparison"]>(async () => comparison),
    outlook: vi.fn<Views["outlook"]>(async ({ site }) => outlook(site)),
    tally: vi.fn<Views["tally"]>(async ({ site }) => tally(site)),
    live: vi.fn<Views["live"]>(async () => live),
    trust: vi.fn<Views["trust"]>(async ({ site, lead }) => ({
      ...provenance,
      ...page(site),
      refused: "short_history",
      model: null,
      serves_rule: false,
      leads: [],
      lead: Number(lead),
      last: [],
      origins: [],
      served_since: null,
      vintage: null,
    })),
    suppose: vi.fn<Views["suppose"]>(async ({ site, scenario: _scenario, ...asked }) => ({
      ...provenance,
      ...page(site),
      refused: null,
      reach: { from: "2026-11-25", last: "2027-02-22" },
      events: [],
      takes_bookings: false,
      asked,
      changes: changesAsked(asked),
      answer: { kind: changesAsked(asked).length > 0 ? "waiting" : "none" },
      days: [],
      scenarios: [],
      chosen: null,
    })),
    scenarios: vi.fn<Views["scenarios"]>(async () => ({ rows: [scenario("1a")] })),
    scenario: vi.fn<Views["scenario"]>(async ({ id }) => ({
      ...provenance,
      scenario: scenario(id),
      plan: null,
      followed: [],
      measured: 0,
      inside: 0,
    })),
    unusual: vi.fn<Views["unusual"]>(async () => ({ ...provenance, judged: 0, rows: [] })),
    annotations: vi.fn<Views["annotations"]>(async () => ({ rows: [] })),
    flows: vi.fn<Views["flows"]>(async () => flows),
    effects: vi.fn<Views["effects"]>(async ({ site, from = "2026-10-01" }) => ({
      ...provenance,
      site,
      of: { kind: "action", from, to: "2026-11-25", annotation: null },
      answer: { kind: "refused", reason: "too early: 1 days (2 weeks are needed)" },
    })),
    quietHours: vi.fn<Views["quietHours"]>(async ({ site }) => ({
      now: "2026-11-25T14:40:00Z",
      zone: "Europe/Paris",
      site,
      name: { fr: site },
      unknown: "no_forecast",
      issued_at: null,
      days: [],
    })),
    logbook: vi.fn<Views["logbook"]>(async () => ({
      ...provenance,
      now: "2026-11-25T14:40:00Z",
      zone: "Europe/Paris",
      from: "2026-09-28",
      to: "2026-12-28",
      sites: [],
      kinds: [],
      rows: [],
      unusual: [],
      judged: 0,
      effect: null,
    })),
    health: vi.fn<Views["health"]>(async () => ({
      status: "ok",
      now: "2026-11-25T14:40:00Z",
      version: "0.0.0",
      store: { reachable: true, kind: "embedded", version: "26.7" },
      data_version: "1",
      feeds: [],
      last_run: null,
      forecast: { issued_at: null, age_minutes: null },
    })),
  };
}
