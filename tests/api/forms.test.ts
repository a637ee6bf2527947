/** Forms of pages: they do what the action does, come back to their page, and nobody else's page can send them. */
import request from "supertest";
import { expect, test, vi } from "vitest";
import type { AppOptions } from "../../src/api/app.ts";
import { bindAction } from "../../src/api/mount-action.ts";
import { withdrawAnnotationAction } from "../../src/contract/annotations.ts";
import { fakeApp } from "./support/fake-app.ts";

const ID = "0b7e5c1e-6a53-4c55-9f0e-0e5f6f3f9c11";
const FORM = "/forms/withdrawAnnotation";
const withdrawn = {
  id: ID,
  site: null,
  from: "2026-11-20",
  to: "2026-11-21",
  kind: "note" as const,
  text: "neige",
  counts_in_model: false,
  created_at: "2026-11-20T08:00:00Z",
  withdrawn_at: "2026-11-25T08:00:00Z",
};

function formApp(changes: Partial<AppOptions> = {}) {
  const act = vi.fn(async () => withdrawn);
  const acted = vi.fn(async () => undefined);
  const actions = [bindAction("withdrawAnnotation", withdrawAnnotationAction, act)];
  return { act, acted, ...fakeApp({ actions, acted, ...changes }) };
}

test("a form does the action and comes back to the page it was sent from", async () => {
  const { app, act, acted } = formApp();
  const reply = await request(app)
    .post(FORM)
    .set("Sec-Fetch-Site", "same-origin")
    .type("form")
    .send({ id: ID, back: "/en/journal?from=2026-11-01", empty: "" });
  expect([reply.status, reply.headers.location]).toEqual([303, "/en/journal?from=2026-11-01"]);
  expect(reply.headers["cache-control"]).toBe("no-store");
  expect(act).toHaveBeenCalledWith({ id: ID });
  expect(acted).toHaveBeenCalledOnce();
});

test("pages of others cannot send a form, nor a client that does not say where it comes from", async () => {
  const { app, act } = formApp();
  const send = (headers: Record<string, string>) =>
    request(app).post(FORM).set(headers).type("form").send({ id: ID, back: "/" });
  for (const site of ["cross-site", "same-site", "none"]) {
    expect((await send({ "Sec-Fetch-Site": site })).status, site).toBe(403);
  }
  for (const origin of ["https://elsewhere.example", "null", ""]) {
    expect((await send({ Origin: origin, Host: "localhost" })).status, origin).toBe(403);
  }
  expect((await send({})).status).toBe(403);
  expect(act).not.toHaveBeenCalled();
  expect((await send({ Origin: "http://localhost:8080", Host: "localhost:8080" })).status).toBe(303);
});

test("a form leads back to this server only", async () => {
  const { app, act } = formApp();
  for (const back of [
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "",
    "/a\r\nb",
  ]) {
    const reply = await request(app)
      .post(FORM)
      .set("Sec-Fetch-Site", "same-origin")
      .type("form")
      .send({ id: ID, back });
    expect(reply.status, back).toBe(400);
  }
  expect(act).not.toHaveBeenCalled();
});

test("what is wrong with a form is told on a page in the language it was sent from", async () => {
  const { app, act } = formApp();
  const reply = await request(app)
    .post(FORM)
    .set({ "Sec-Fetch-Site": "same-origin", Accept: "text/html" })
    .type("form")
    .send({ id: "x", back: "/nl/journal" });
  expect(reply.status).toBe(400);
  expect(reply.type).toBe("text/html");
  expect(reply.text).toContain("refused");
  expect(act).not.toHaveBeenCalled();
  expect((await request(app).post("/forms/unknown").type("form").send({ back: "/" })).status).toBe(405);
  expect((await request(app).get(FORM)).status).toBe(405);
});

test("while the store fills a form writes nothing, like every other address", async () => {
  const { app, act } = formApp({ ready: async () => ({ ready: false, done: 1, total: 9 }) });
  const reply = await request(app)
    .post(FORM)
    .set("Sec-Fetch-Site", "same-origin")
    .type("form")
    .send({ id: ID, back: "/" });
  expect([reply.status, reply.headers["retry-after"]]).toEqual([503, "3"]);
  expect(act).not.toHaveBeenCalled();
});
