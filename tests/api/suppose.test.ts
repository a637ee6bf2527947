/** "Et si ?" over HTTP: a page that waits asks again by itself; its forms keep, freeze and drop scenarios. */
import request from "supertest";
import { expect, test, vi } from "vitest";
import { bindAction } from "../../src/api/mount-action.ts";
import { ACTIONS } from "../../src/contract/actions.ts";
import type { Scenario } from "../../src/contract/scenarios.ts";
import { fakeApp } from "./support/fake-app.ts";

const page = (path: string, app = fakeApp().app) => request(app).get(path).set("Accept", "text/html");

test("while the computation waits, the browser asks again and keeps nothing", async () => {
  const waiting = await page("/et-si/beffroi?day=2026-12-05&free=yes");
  expect(waiting.status).toBe(200);
  expect(waiting.headers).toMatchObject({ refresh: "3", "cache-control": "no-store" });
  const none = await page("/et-si/beffroi");
  expect(none.headers.refresh).toBeUndefined();
  expect(none.headers["cache-control"]).toBe("no-cache");
});

test("a second later the same address is asked anew", async () => {
  const { app, views, world } = fakeApp();
  await page("/et-si/beffroi?day=2026-12-05&free=yes", app);
  await page("/et-si/beffroi?day=2026-12-05&free=yes", app);
  expect(views.suppose).toHaveBeenCalledTimes(1);
  world.now += 1_000;
  await page("/et-si/beffroi?day=2026-12-05&free=yes", app);
  expect(views.suppose).toHaveBeenCalledTimes(2);
});

test("what an address cannot mean is refused with its fault", async () => {
  const reply = await page("/et-si/beffroi?day=2026-12-05&opens=18:00&closes=10:00");
  expect(reply.status).toBe(400);
  expect(reply.text).toContain("a time after opens is expected");
});

const kept = ({ site, name, changes }: Pick<Scenario, "site" | "name" | "changes">): Scenario => ({
  id: "1a",
  site,
  name,
  changes,
  created_at: "2026-11-25T14:40:00Z",
  status: "draft",
  frozen_at: null,
});

test("the question is kept under a name from its own fields, and the browser goes back to the page", async () => {
  const act = vi.fn(async (input: Pick<Scenario, "site" | "name" | "changes">) => kept(input));
  const { app } = fakeApp({ actions: [bindAction("createScenario", ACTIONS.createScenario, act)] });
  const send = (fields: object) =>
    request(app).post("/forms/createScenario").set("Sec-Fetch-Site", "same-origin").type("form").send(fields);
  const fields = {
    back: "/et-si/beffroi#scenarios",
    site: "beffroi",
    name: "Lundis",
    day: "2026-12-07",
    closed: "yes",
  };
  const reply = await send(fields);
  expect([reply.status, reply.headers.location]).toEqual([303, "/et-si/beffroi#scenarios"]);
  expect(act).toHaveBeenCalledWith({
    site: "beffroi",
    name: "Lundis",
    changes: [{ kind: "opening", day: "2026-12-07", hours: [] }],
  });
  for (const wrong of [{ name: " " }, { day: "" }, { day: "soon" }, { site: "nowhere" }])
    expect((await send({ ...fields, ...wrong })).status, JSON.stringify(wrong)).toBeGreaterThanOrEqual(400);
  expect(act).toHaveBeenCalledTimes(1);
});
