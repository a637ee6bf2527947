/** A store with three weeks of two kiosks' statements, for the common suite. */
import { createHash } from "node:crypto";
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import { createXapiStandIn, type StoredStatement, type XapiState } from "../../../../demo/stand-ins/xapi.ts";
import { xapiConnector } from "../../../../ingest/connectors/xapi/connector.ts";
import { HOUR, MINUTE } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

export const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-10-13T08:00:00Z");
const ADL = "http://adlnet.gov/expapi/verbs";
const KIOSK = "https://museum.example.org/kiosk";

export interface XapiSource extends Source {
  readonly state: XapiState;
  /** A statement of something at an instant, stored then unless told otherwise. */
  say(verb: string, object: string, at: number, more?: Partial<StoredStatement>): StoredStatement;
}

export async function xapiSource(empty = false): Promise<XapiSource> {
  const state: XapiState = { statements: [] };
  const clock = { now: NOW };
  const faults = new Faults();
  const access = { clock: () => clock.now, user: "office", key: "s3cret-key", faults };
  const server = await listen(createXapiStandIn(state, access));
  const say = (verb: string, object: string, at: number, more: Partial<StoredStatement> = {}) => {
    const stored = more.stored ?? at;
    const one: StoredStatement = {
      ...{ id: uuid(state.statements.length), verb, object, timestamp: at, stored },
      ...{ visibleAt: stored + 1000, platform: "borne-1", language: "fr-FR" },
      ...more,
    };
    state.statements.push(one);
    return one;
  };
  const visit = (at: number, more: Partial<StoredStatement> = {}) => {
    // Kiosks send a visit at once: all of it is stored at the same instant.
    const sent = { stored: at + 2 * MINUTE, ...more };
    say(`${ADL}/launched`, KIOSK, at, sent);
    say(`${ADL}/initialized`, KIOSK, at, sent);
    for (let n = 1; n <= 3; n += 1) say(`${ADL}/experienced`, `${KIOSK}/plan-${n}`, at + n * 20_000, sent);
    say(`${ADL}/answered`, `${KIOSK}/quiz`, at + 90_000, sent);
  };
  const voided = (id: string) => say(`${ADL}/voided`, id, clock.now - 500, { visibleAt: clock.now });
  const sessions = () => state.statements.filter(({ verb }) => verb === `${ADL}/initialized`);
  if (!empty) {
    for (let at = FIRST; at < NOW - HOUR; at += 12 * HOUR) {
      visit(at);
      visit(at + 7 * MINUTE, { platform: "borne-2" });
    }
    for (const night of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]) visit(Date.parse(night));
    const [early] = sessions();
    if (early) say(`${ADL}/voided`, early.id, NOW - HOUR);
  }
  return {
    connector: xapiConnector,
    options: {
      ...{ url: `${server.url}/xAPI`, user: "office", password: "s3cret-key" },
      sites: { "borne-1": "tank-1917", "borne-2": "moulin" },
    },
    clock,
    faults,
    state,
    say,
    requests: empty ? 1 : 12,
    tainted: ["@example.org", "Alix", "Exemple", "+33123456789", "secret-account", "ec531277"],
    expected: () => expected(state, clock.now),
    add() {
      clock.now += HOUR;
      visit(clock.now - 10 * MINUTE);
    },
    late() {
      // A kiosk that was offline for two days.
      clock.now += HOUR;
      visit(clock.now - 48 * HOUR, { stored: clock.now - 20_000, platform: "borne-2" });
    },
    cancel() {
      clock.now += 10 * MINUTE;
      for (const { id } of sessions().slice(2, 4)) voided(id);
    },
    shift() {
      clock.now += 1000;
      // Shown only once another that was stored after it is listed.
      visit(clock.now - 5 * MINUTE, { stored: clock.now - 500, visibleAt: clock.now + 3500 });
      visit(clock.now - 5 * MINUTE, { stored: clock.now - 400, visibleAt: clock.now, platform: "borne-2" });
      const one = sessions()[10 + (state.statements.length % 7)];
      if (one) voided(one.id);
    },
    setExpired: (expired) => {
      access.key = expired ? "another" : "s3cret-key";
    },
    close: server.close,
  };
}

/** Scattered, so that their order says nothing. */
function uuid(n: number): string {
  const hex = createHash("sha256").update(String(n)).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Longhand: sessions and screens that show by now and were not taken back. */
function expected({ statements }: XapiState, now: number): Map<string, number> {
  const seen = statements.filter(({ visibleAt }) => visibleAt <= now);
  const gone = new Set(seen.filter(({ verb }) => verb === `${ADL}/voided`).map(({ object }) => object));
  const sums = new Map<string, number>();
  for (const { id, verb, timestamp, platform } of seen) {
    const measure =
      verb === `${ADL}/initialized` ? "kiosk_sessions" : verb === `${ADL}/experienced` ? "kiosk_views" : null;
    if (measure === null || gone.has(id)) continue;
    const name = totalName({ measure, at: timestamp, site: platform === "borne-2" ? "moulin" : "tank-1917" });
    sums.set(name, (sums.get(name) ?? 0) + 1);
  }
  return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
}
