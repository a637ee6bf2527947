/** From a file of real public counts to forecasts and pages. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderPage } from "../../dashboards/server.tsx";
import type { Screen } from "../../src/contract/screen.ts";
import { robustBase } from "../../src/forecast/models/robust-base.ts";
import { issueForecasts } from "../../src/jobs/forecast.ts";
import { loadTerritory } from "../../src/territory/load.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { hasPublicData, PUBLIC_DATA, WHY_SKIPPED } from "../support/public-data.ts";
import { pullAll } from "../support/pull.ts";

let engine: TestEngine;
beforeAll(async () => {
  if (hasPublicData) engine = await startEngine();
});
afterAll(() => engine?.close());

describe.skipIf(!hasPublicData)(`a territory of public counts${WHY_SKIPPED}`, () => {
  test("Melbourne: 22 counters are pulled, forecast by hour and day, and shown on every page", async () => {
    // Monday 23 June 2014, three in the afternoon in Melbourne: a week before the file ends.
    const now = Date.parse("2014-06-23T15:00:00+10:00");
    const { store } = await engine.fresh();
    const territory = loadTerritory("tests/fixtures/melbourne.yaml", { PUBLIC_DATA });
    const [run] = await pullAll(store, territory, now);
    expect(run?.status).toBe("done");
    expect(run?.counts.rejected.future).toBeGreaterThan(0);

    const issued = await issueForecasts(store, { territory, model: robustBase, now });
    const refused = issued.filter((one) => one.refused !== "" && one.step === "P1D");
    // Two sensors were put up only weeks before.
    expect(refused.map((one) => one.site)).toEqual(["flinders-st-spark-la", "alfred-place"]);
    expect(issued.find((one) => one.site === "melbourne-central" && one.step === "PT1H")?.points).toBe(336);

    const views = createViews({ store, territory, now: () => now, dataVersion: () => "1" });
    const screens: Screen[] = [
      { kind: "today", board: { ...(await views.board({})) } },
      { kind: "attendance", attendance: await views.attendance({}) },
      { kind: "outlook", outlook: await views.outlook({ site: "melbourne-central" }) },
    ];
    const frame = {
      lang: "en" as const,
      path: "/",
      office: territory.office,
      simulated: false,
      sites: territory.sites.map(({ id, name }) => ({ id, name })),
      version: "test",
      assets: { style: "", script: "" },
    };
    for (const screen of screens) {
      const html = renderPage(frame, screen);
      expect(html).toMatch(/<h1[^>]*>.*\d.*<\/h1>/s);
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
