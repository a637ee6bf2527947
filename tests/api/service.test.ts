/** What operators and curious people see: metrics, the page about the API, starting and stopping. */
import { createServer } from "node:net";
import request from "supertest";
import { expect, test } from "vitest";
import { listen } from "../../src/api/listen.ts";
import { editDistance, nearest } from "../../src/api/nearest.ts";
import { refuseTooManyRows } from "../../src/api/row-bound.ts";
import { PROBLEMS } from "../../src/contract/problem.ts";
import { ROUTES } from "../../src/contract/routes.ts";
import { ConfigError } from "../../src/domain/errors.ts";
import { fakeApp } from "./support/fake-app.ts";

test("metrics count requests by route pattern and status, with their times and what is kept", async () => {
  const { app } = fakeApp({ metrics: () => "beffroi_feeds 3\n" });
  await request(app).get("/previsions/beffroi");
  await request(app).get("/previsions/tank-1917");
  await request(app).get("/api/v1/visits?nonsense=1");
  const { text } = await request(app).get("/metrics");
  expect(text).toContain('beffroi_http_requests_total{route="/previsions/:site",status="200"} 2');
  expect(text).toContain('beffroi_http_requests_total{route="/api/v1/visits",status="400"} 1');
  expect(text).toContain('beffroi_http_request_seconds_bucket{route="/previsions/:site",le="+Inf"} 2');
  expect(text).toMatch(/beffroi_kept_bytes\{what="bodies"\} [1-9]/);
  expect(text).toContain('beffroi_kept_total{what="outlook",outcome="misses"} 2');
  expect(text.endsWith("beffroi_feeds 3\n")).toBe(true);
  for (const line of text.trimEnd().split("\n"))
    expect(line).toMatch(/^(# TYPE \w+ \w+|\w+(\{[^}]*\})? [\d.]+)$/);
});

test("/docs names every route and explains every problem, without script or inline style", async () => {
  const { app } = fakeApp();
  for (const path of ["/docs", "/en/docs", "/nl/docs"]) {
    const { text, headers } = await request(app).get(path);
    for (const { path: route } of Object.values(ROUTES)) expect(text).toContain(`/api/v1${route}</code>`);
    for (const kind of Object.keys(PROBLEMS)) expect(text).toContain(`id="${kind}"`);
    expect(text).not.toMatch(/<script|style=|<style|https?:/);
    expect(text).not.toContain("undefined");
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(headers.etag).toBeDefined();
  }
  expect((await request(app).get("/docs.css")).type).toBe("text/css");
  expect((await request(app).get("/api/v1/openapi.json")).body.openapi).toBe("3.1.0");
});

const FRAME = {
  office: { fr: "Office" },
  sites: [{ id: "tank-1917", name: { fr: "Tank" } }],
  version: "0.0.0",
  assets: { style: "", script: "" },
};

test("/docs says so when the data are simulated, and shows an answer of a site there is", async () => {
  for (const [simulated, path, words] of [
    [true, "/docs", "Données simulées"],
    [true, "/en/docs", "Simulated data"],
    [true, "/nl/docs", "Gesimuleerde gegevens"],
    [false, "/nl/docs", "/api/v1/outlook?site=tank-1917"],
  ] as const) {
    const { text } = await request(fakeApp({ frame: () => ({ ...FRAME, simulated }) }).app).get(path);
    expect(text).toContain(words);
    expect(text.includes("Gesimuleerde") || text.includes("imul")).toBe(simulated);
  }
});

test("listening on a taken port says so, and where to go", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const { app } = fakeApp();
  const start = (host: string, at: number) => listen(app, { host, port: at, access: {} });
  await expect(start("127.0.0.1", port)).rejects.toThrow(
    /another process listens there: stop it, or set PORT/,
  );
  await expect(start("0.0.0.0", 0)).rejects.toThrow(ConfigError);
  other.close();
});

test("a service that stops finishes the replies under way", async () => {
  const { app, views } = fakeApp();
  const answer = await views.board({});
  views.board.mockImplementationOnce(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return answer;
  });
  const listening = await listen(app, { host: "127.0.0.1", port: 0, access: {} });
  const reply = fetch(`${listening.url}/api/v1/board`);
  await expect.poll(() => views.board.mock.calls.length).toBe(2);
  const closed = listening.close();
  expect((await reply).status).toBe(200);
  await closed;
  await expect(fetch(`${listening.url}/healthz`)).rejects.toThrow();
});

test("the nearest name is found by its edits, and a stranger has none", () => {
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("", "abc")).toBe(3);
  expect(nearest("form", ["from", "to", "format"])).toBe("format");
  expect(nearest("fron", ["from", "to", "format"])).toBe("from");
  expect(nearest("site", ["sites", "step"])).toBe("sites");
  expect(nearest("token", ["sites", "step"])).toBeUndefined();
  expect(nearest("x".repeat(100), ["x".repeat(99)])).toBeUndefined();
});

test("an answer of more rows than memory should hold is refused with the span that fits", () => {
  const query = { from: "2020-01-01", to: "2030-01-01", step: "PT15M" as const };
  expect(() => refuseTooManyRows(query, 1)).not.toThrow();
  expect(() => refuseTooManyRows(query, 2)).toThrow("at most 2604 days of PT15M for 2 sites");
});
