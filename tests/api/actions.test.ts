/** Writing routes: what they read, whom they refuse, and that whoever reads next sees what was written. */
import request from "supertest";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import type { AppOptions } from "../../src/api/app.ts";
import { bindAction } from "../../src/api/mount-action.ts";
import { Problem } from "../../src/api/problem.ts";
import { defineAction } from "../../src/contract/action.ts";
import { fakeApp } from "./support/fake-app.ts";

const note = defineAction({
  path: "/notes/{id}/lines",
  summary: "Adds a line.",
  input: z.strictObject({
    id: z.string().max(8),
    site: z.string().optional(),
    lines: z.array(z.strictObject({ text: z.string().min(1), people: z.int().positive() })).max(3),
  }),
  reply: z.object({ id: z.string(), count: z.int() }),
  status: 201,
});
const PATH = "/api/v1/notes/a/lines";
const BODY = { lines: [{ text: "école", people: 50 }] };

function noteApp(changes: Partial<AppOptions> = {}) {
  const act = vi.fn(async ({ id, lines }: z.output<typeof note.input>) => ({ id, count: lines.length }));
  return { act, ...fakeApp({ actions: [bindAction("note", note, act)], ...changes }) };
}

test("body and path reach the action checked, and its reply is kept by nobody", async () => {
  const { app, act } = noteApp();
  const reply = await request(app).post(PATH).send(BODY);
  expect(reply.status).toBe(201);
  expect(reply.body).toEqual({ id: "a", count: 1 });
  expect(reply.headers["cache-control"]).toBe("no-store");
  expect(act).toHaveBeenCalledWith({ id: "a", ...BODY });
  const spoofed = await request(app)
    .post("/api/v1/notes/%C3%A9/lines")
    .send({ ...BODY, id: "b" });
  expect(spoofed.body.id).toBe("é");
});

test("every fault of a body is named with its place and its remedy", async () => {
  const { app, act } = noteApp();
  const reply = await request(app)
    .post("/api/v1/notes/much-too-long/lines")
    .send({ lines: [{ text: "", people: 1.5, peple: 2 }], sites: "a" });
  expect(reply.status).toBe(400);
  const paths = reply.body.errors.map(({ path }: { path: string }) => path);
  expect(paths.sort()).toEqual(["id", "lines.0.people", "lines.0.peple", "lines.0.text", "sites"]);
  expect(reply.body.errors.find(({ path }: { path: string }) => path === "sites").remedy).toContain("site?");
  const missing = await request(app).post(PATH).send({});
  expect(missing.body.detail).toBe("missing lines: it is required");
  for (const body of ["[1]", "null", '"a"', "{", ""]) {
    const wrong = await request(app).post(PATH).set("Content-Type", "application/json").send(body);
    expect(wrong.status, body).toBe(400);
    expect(wrong.type).toBe("application/problem+json");
  }
  const site = await request(app)
    .post(PATH)
    .send({ ...BODY, site: "beffro" });
  expect(site.status).toBe(404);
  expect(site.body.detail).toContain("did you mean beffroi?");
  expect(act).not.toHaveBeenCalled();
});

test("only JSON is read, of bounded size, not compressed", async () => {
  const { app, act } = noteApp();
  for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", ""]) {
    const reply = await request(app).post(PATH).set("Content-Type", type).send(JSON.stringify(BODY));
    expect(reply.status, type).toBe(415);
    expect(reply.headers.connection).toBe("close");
  }
  expect((await request(app).post(PATH)).status).toBe(415);
  const large = await request(app)
    .post(PATH)
    .send({ lines: [{ text: "x".repeat(70_000), people: 1 }] });
  expect(large.status).toBe(413);
  expect(large.headers.connection).toBe("close");
  const packed = await request(app)
    .post(PATH)
    .set("Content-Type", "application/json")
    .set("Content-Encoding", "gzip")
    .send(JSON.stringify(BODY));
  expect(packed.status).toBe(415);
  expect(act).not.toHaveBeenCalled();
});

test("pages of other origins cannot write, and nobody without the token", async () => {
  const { app, act } = noteApp();
  for (const site of ["cross-site", "same-site"]) {
    expect((await request(app).post(PATH).set("Sec-Fetch-Site", site).send(BODY)).status).toBe(403);
  }
  expect((await request(app).options(PATH)).status).toBe(405);
  expect((await request(app).post(PATH).set("Host", "rebound.example").send(BODY)).status).toBe(421);
  expect(act).not.toHaveBeenCalled();
  expect((await request(app).post(PATH).set("Sec-Fetch-Site", "same-origin").send(BODY)).status).toBe(201);
  const closed = noteApp({ access: { token: "a-token-of-enough-length" } });
  expect((await request(closed.app).post(PATH).send(BODY)).status).toBe(401);
  expect(closed.act).not.toHaveBeenCalled();
  const shown = request(closed.app).post(PATH).set("Authorization", "Bearer a-token-of-enough-length");
  expect((await shown.send(BODY)).status).toBe(201);
});

test("each address says which methods it takes", async () => {
  const { app } = noteApp();
  const read = await request(app).get(PATH);
  expect([read.status, read.headers.allow]).toEqual([405, "POST"]);
  const put = await request(app).put(PATH).send(BODY);
  expect([put.status, put.headers.allow]).toEqual([405, "POST"]);
  const post = await request(app).post("/api/v1/sites").send(BODY);
  expect([post.status, post.headers.allow]).toEqual([405, "GET, HEAD"]);
});

test("the state of the data is looked at again before the reply, and a refusal is a problem", async () => {
  const order: string[] = [];
  const act = vi.fn(async () => {
    order.push("act");
    return { id: "a", count: 1 };
  });
  const { app } = fakeApp({
    actions: [bindAction("note", note, act)],
    acted: async () => void order.push("looked"),
  });
  expect((await request(app).post(PATH).send(BODY)).status).toBe(201);
  expect(order).toEqual(["act", "looked"]);
  act.mockRejectedValueOnce(new Problem("not-found", "no such note"));
  const refused = await request(app).post(PATH).send(BODY);
  expect(refused.status).toBe(404);
  expect(refused.body.detail).toBe("no such note");
});
