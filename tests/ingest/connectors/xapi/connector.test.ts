import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { xapiOptions } from "../../../../ingest/connectors/xapi/options.ts";
import { mapStatement, readStatement } from "../../../../ingest/connectors/xapi/statement.ts";
import { HOUR, MINUTE } from "../../../../src/domain/time.ts";
import { connectorSuite } from "../../connector-suite.ts";
import { createRig, type Rig } from "../../rig.ts";
import { NOW, type XapiSource, xapiSource } from "./source.ts";

connectorSuite("xAPI", (empty) => xapiSource(empty === "empty"));

test("the sample becomes a visit and a screen, and nothing of its actor", () => {
  const file = resolve(import.meta.dirname, "../../../../ingest/connectors/xapi/sample.json");
  const { statements } = z
    .object({ statements: z.array(z.unknown()) })
    .parse(JSON.parse(readFileSync(file, "utf8")));
  const options = xapiOptions.parse({ url: "http://127.0.0.1", user: "u", password: "p" });
  const rows = statements.map((raw) => {
    const statement = readStatement(raw, "row");
    return "kind" in statement
      ? statement
      : mapStatement(statement, "row", { options, siteOf: () => "museum", until: NOW });
  });
  const stored = Date.parse("2026-07-14T08:05:00.123Z");
  const common = { site: "museum", gate: "borne-1", language: "fr", version: stored, knownAt: stored };
  expect(rows).toMatchObject([
    { record: { ...common, measure: "kiosk_sessions", at: Date.parse("2026-07-14T08:02:11.120Z") } },
    { record: { ...common, measure: "kiosk_views", topic: "plan", at: Date.parse("2026-07-14T08:02:30Z") } },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/alix|ec531277|tour/);
});

describe("statements", () => {
  const INITIALIZED = "http://adlnet.gov/expapi/verbs/initialized";
  const VIEWED = "http://id.tincanapi.com/verb/viewed";
  const plan = "https://museum.example.org/kiosk/plan/";
  let source: XapiSource;
  let rig: Rig;
  beforeEach(async () => {
    source = await xapiSource(true);
    rig = createRig(source);
  });
  afterEach(() => source.close());
  const facts = () => rig.sink.facts({ feed: "feed", stream: "statements" });
  const withOptions = (more: object) => {
    const options = { ...(source.options instanceof Object ? source.options : {}), ...more };
    rig = createRig({ connector: source.connector, clock: source.clock, options });
  };

  test("become what the kiosk connector makes of events, known when they were stored", async () => {
    source.say(VIEWED, plan, NOW - 3 * HOUR, { stored: NOW - HOUR });
    await rig.pull();
    expect(facts()).toMatchObject([
      {
        ...{ measure: "kiosk_views", gate: "borne-1", site: "tank-1917", topic: "plan", language: "fr" },
        ...{ at: NOW - 3 * HOUR, knownAt: NOW - HOUR, minutes: 0, value: 1 },
      },
    ]);
  });

  test("of a clock that runs ahead are placed when they were stored", async () => {
    source.say(INITIALIZED, plan, NOW + 2 * HOUR, { stored: NOW - HOUR });
    await rig.pull();
    expect(facts()).toMatchObject([{ measure: "kiosk_sessions", at: NOW - HOUR }]);
  });

  test("stored at one instant are all read, wherever a pull breaks off", async () => {
    for (let n = 0; n < 200; n += 1) source.say(INITIALIZED, plan, NOW - HOUR - n, { stored: NOW - HOUR });
    source.faults.add({ match: /more/, kind: "status", status: 500, after: 1, times: 1000 });
    await rig.pull();
    expect(facts().length).toBeLessThan(200);
    source.faults.clear();
    await rig.pull();
    expect(facts()).toHaveLength(200);
  });

  test("that show late are not passed over", async () => {
    source.say(INITIALIZED, plan, NOW - 2000, { visibleAt: NOW + 3000 });
    source.say(INITIALIZED, plan, NOW - 1500, { visibleAt: NOW });
    await rig.pull();
    expect(facts()).toHaveLength(1);
    source.clock.now += MINUTE;
    await rig.pull();
    expect(facts()).toHaveLength(2);
  });

  test("of which a screen or kiosk is no plain word, or a kiosk is not listed, are set aside", async () => {
    source.say(VIEWED, "https://museum.example.org/search?q=alix", NOW - HOUR);
    source.say(VIEWED, plan, NOW - HOUR, { platform: "borne de Alix" });
    source.say(VIEWED, plan, NOW - HOUR, { platform: "borne-9" });
    await rig.pull();
    expect(rig.sink.rejections.map(({ reason, field }) => `${reason} ${field}`).sort()).toEqual([
      "unknown_site kiosk_id",
      "unknown_value kiosk_id",
      "unknown_value screen",
    ]);
    expect(JSON.stringify(rig.sink.rejections)).not.toMatch(/alix/i);
  });

  test("name their kiosk and screen as the options say, and count by their verbs", async () => {
    const launched = "http://adlnet.gov/expapi/verbs/launched";
    withOptions({
      ...{ gate: "borne-1", topics: { [plan]: "accueil" } },
      verbs: { [launched]: "session_start", [INITIALIZED]: "ignore" },
    });
    source.say(launched, plan, NOW - HOUR, { platform: "" });
    source.say(INITIALIZED, plan, NOW - HOUR);
    source.say(VIEWED, plan, NOW - HOUR);
    await rig.pull();
    expect(facts().map(({ measure, gate, topic }) => [measure, gate, topic])).toEqual([
      ["kiosk_sessions", "borne-1", undefined],
      ["kiosk_views", "borne-1", "accueil"],
    ]);
  });
});
