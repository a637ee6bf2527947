/** Errors as whoever asked sees them, and as the log keeps them. */
import request from "supertest";
import { expect, test } from "vitest";
import { ProblemDocument } from "../../src/contract/problem.ts";
import { ConfigError, StoreError } from "../../src/domain/errors.ts";
import { fakeApp } from "./support/fake-app.ts";

async function refused(path: string): Promise<ProblemDocument> {
  const reply = await request(fakeApp().app).get(path);
  expect(reply.type, path).toBe("application/problem+json");
  expect(reply.headers["cache-control"]).toBe("no-store");
  const problem = ProblemDocument.parse(reply.body);
  expect(problem.status).toBe(reply.status);
  expect(problem.instance).toBe(`urn:uuid:${reply.headers["x-request-id"]}`);
  return problem;
}

test("a misspelt parameter is refused with the one that was meant", async () => {
  const problem = await refused("/api/v1/visits?form=2026-01-01&to=2026-02-01");
  expect(problem).toMatchObject({ status: 400, type: "/docs#invalid-parameter" });
  expect(problem.errors).toEqual([{ path: "form", value: "2026-01-01", remedy: "did you mean format?" }]);
  expect((await refused("/api/v1/visits?fron=2026-01-01")).errors?.[0]?.remedy).toBe("did you mean from?");
});

test("a parameter left out is missing, not invalid", async () => {
  expect((await refused("/api/v1/visits?to=2026-02-01")).detail).toBe("missing from: it is required");
});

test("every fault of a query is named at once, with what to send instead", async () => {
  const { errors = [] } = await refused(
    "/api/v1/visits?from=2026-02-30&step=P2D&limit=0&compare=yes&sites=tank-1971,beffroi",
  );
  expect(errors.map(({ path }) => path)).toEqual(["from", "to", "step", "compare", "limit", "sites"]);
  expect(errors[0]).toEqual({ path: "from", value: "2026-02-30", remedy: "a day YYYY-MM-DD is expected" });
  expect(errors[1]?.remedy).toBe("it is required");
  expect(errors[5]?.remedy).toContain("did you mean tank-1917?");
  expect(errors[5]?.remedy).toContain("known sites: tank-1917, musee-cambrai, beffroi");
});

test.each([
  ["/api/v1/visits?from=2026-02-01&to=2026-02-01", 400, "invalid-parameter"],
  ["/api/v1/forecasts?issued_at=yesterday", 400, "invalid-parameter"],
  ["/api/v1/forecasts?limit=1e9", 400, "invalid-parameter"],
  ["/api/v1/forecasts?format=xml", 400, "invalid-parameter"],
  ["/api/v1/outlook?site=nowhere", 404, "unknown-site"],
  ["/api/v1/outlook", 400, "invalid-parameter"],
  ["/api/v1/nothing", 404, "not-found"],
  ["/api/v1/visits?sites=territory&from=2026-02-01&to=2026-03-01", 400, "invalid-parameter"],
  ["/%E0%A4%A", 404, "not-found"],
  ["/previsions/%E0%A4%A", 400, "invalid-parameter"],
])("%s is %i %s", async (path, status, kind) => {
  expect(await refused(path)).toMatchObject({ status, type: `/docs#${kind}` });
});

test("the territory is a site to forecasts", async () => {
  const { app, views } = fakeApp();
  expect((await request(app).get("/api/v1/forecasts?sites=territory,beffroi,beffroi")).status).toBe(200);
  expect(views.forecasts.mock.calls[0]?.[0].sites).toEqual(["beffroi", "territory"]);
});

test("an altered cursor, and one of another query, are refused", async () => {
  const { app } = fakeApp();
  const address = "/api/v1/visits?from=2026-01-01&to=2026-02-01&limit=10";
  const { body } = await request(app).get(address);
  const cursor: string = body.next;
  const altered = `${cursor.startsWith("A") ? "B" : "A"}${cursor.slice(1)}`;
  for (const bad of [altered, cursor.slice(0, -1), `${cursor}AA`, "null", "%00"]) {
    const reply = await request(app).get(`${address}&cursor=${bad}`);
    expect(reply.status, bad).toBe(400);
    expect(reply.body.type).toBe("/docs#invalid-cursor");
  }
  const other = await request(app).get(`${address}&sites=beffroi&cursor=${cursor}`);
  expect(other.body.type).toBe("/docs#invalid-cursor");
});

test("a store that is away is 503 with Retry-After, and the log holds the query's name, not its text", async () => {
  const { app, views, lines } = fakeApp();
  const cause = new Error("Syntax error near 'secret value'");
  views.board.mockRejectedValueOnce(new StoreError("board_today", "secret value", { code: 62, cause }));
  const reply = await request(app).get("/api/v1/board");
  expect(reply.status).toBe(503);
  expect(reply.headers["retry-after"]).toBe("5");
  expect(JSON.stringify([reply.body, lines])).not.toContain("secret value");
  expect(lines.find(({ query }) => query === "board_today")).toMatchObject({ code: 62 });
});

test("RangeErrors of a view are the asker's fault only where they say so", async () => {
  const { app, views } = fakeApp();
  views.quality.mockRejectedValueOnce(new RangeError("invalid span: 2026 (at most 400 days)"));
  expect((await request(app).get("/api/v1/quality")).status).toBe(400);
  views.quality.mockRejectedValueOnce(new RangeError("Invalid array length"));
  expect((await request(app).get("/api/v1/quality")).status).toBe(500);
});

test("a configuration error does not show the configuration", async () => {
  const { app, views } = fakeApp();
  views.quality.mockRejectedValueOnce(new ConfigError([{ path: "a", value: "hunter2", remedy: "b" }]));
  const reply = await request(app).get("/api/v1/quality");
  expect(reply.status).toBe(503);
  expect(reply.text).not.toContain("hunter2");
});

test("the log names parameters and never their values", async () => {
  const { app, lines } = fakeApp();
  await request(app).get("/api/v1/visits?from=2026-01-01&to=2026-01-02&token=hunter2");
  const line = lines.find(({ msg }) => String(msg).startsWith("GET /api/v1/visits 400"));
  expect(line).toMatchObject({ parameters: ["from", "to", "token"] });
  expect(JSON.stringify(lines)).not.toContain("hunter2");
});
