/** What is kept, for how long, and what somebody who has it already is spared. */
import request from "supertest";
import { expect, test } from "vitest";
import { fakeApp } from "./support/fake-app.ts";

const VISITS = "/api/v1/visits?from=2026-01-01&to=2026-03-01";

test("the same question is answered once per data version, whatever the order of its parameters", async () => {
  const { app, views, world } = fakeApp();
  await request(app).get(VISITS);
  await request(app).get("/api/v1/visits?to=2026-03-01&from=2026-01-01&step=P1D");
  await request(app).get(`${VISITS}&format=csv`);
  expect(views.visits).toHaveBeenCalledTimes(1);
  world.version = "2";
  await request(app).get(VISITS);
  expect(views.visits).toHaveBeenCalledTimes(2);
});

test("the hour matters to the board but not to forecasts", async () => {
  const { app, views, world } = fakeApp();
  for (let minute = 0; minute < 3; minute++, world.now += 60_000) {
    await request(app).get("/api/v1/board");
    await request(app).get("/api/v1/forecasts");
  }
  expect(views.board).toHaveBeenCalledTimes(3);
  expect(views.forecasts).toHaveBeenCalledTimes(1);
});

test("a page and the API share one reply, in every language", async () => {
  const { app, views } = fakeApp();
  for (const path of ["/", "/en", "/nl", "/api/v1/board"]) {
    expect((await request(app).get(path)).status).toBe(200);
  }
  expect(views.board).toHaveBeenCalledTimes(1);
});

test("asks at the same time wait for one computation", async () => {
  const { app, views } = fakeApp();
  const answer = await views.visits({ from: "2026-01-01", to: "2026-03-01", step: "P1D" });
  views.visits.mockClear();
  views.visits.mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return answer;
  });
  const replies = await Promise.all(Array.from({ length: 12 }, () => request(app).get(VISITS)));
  expect(replies.every(({ status }) => status === 200)).toBe(true);
  expect(new Set(replies.map(({ headers }) => headers.etag)).size).toBe(1);
  expect(views.visits).toHaveBeenCalledTimes(1);
});

test("a failure is not kept", async () => {
  const { app, views } = fakeApp();
  views.board.mockRejectedValueOnce(new Error("gone"));
  expect((await request(app).get("/api/v1/board")).status).toBe(500);
  expect((await request(app).get("/api/v1/board")).status).toBe(200);
});

test("an ETag sent back gives 304 without asking the view, also under another coding and weakened", async () => {
  const { app, views } = fakeApp();
  const first = await request(app).get(VISITS).set("Accept-Encoding", "br");
  expect(first.headers.etag).toMatch(/^"[\w-]{22}-br"$/);
  expect(first.headers["cache-control"]).toBe("no-cache");
  expect(first.headers.vary).toBe("Accept, Accept-Encoding");
  const etag = first.headers.etag ?? "";
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await request(app).get(VISITS).set("If-None-Match", tag).set("Accept-Encoding", "gzip");
    expect(again.status, tag).toBe(304);
    expect(again.text).toBe("");
  }
  expect((await request(app).get(VISITS).set("If-None-Match", '"other"')).status).toBe(200);
  expect(views.visits).toHaveBeenCalledTimes(1);
});

test("the tag outlives a data version that changes nothing in the reply, and only then", async () => {
  const { app, views, world } = fakeApp();
  const etag = (await request(app).get(VISITS)).headers.etag ?? "";
  world.version = "2";
  expect((await request(app).get(VISITS).set("If-None-Match", etag)).status).toBe(304);
  world.version = "3";
  views.visits.mockResolvedValueOnce({
    as_of: null,
    coverage: null,
    figure: "f",
    total: null,
    estimated: 0,
    rows: [],
  });
  expect((await request(app).get(VISITS).set("If-None-Match", etag)).status).toBe(200);
});

test("the same bytes come out of every coding", async () => {
  const { app } = fakeApp();
  const texts = new Set<string>();
  for (const coding of ["br", "gzip", "identity"]) {
    const reply = await request(app).get(VISITS).set("Accept-Encoding", coding);
    expect(reply.headers["content-encoding"]).toBe(coding === "identity" ? undefined : coding);
    texts.add(JSON.stringify(reply.body));
  }
  expect(texts.size).toBe(1);
});

test("HEAD says what GET would, without the body", async () => {
  const { app } = fakeApp();
  const head = await request(app).head(VISITS).set("Accept-Encoding", "br");
  const get = await request(app).get(VISITS).set("Accept-Encoding", "br");
  expect(head.status).toBe(200);
  expect(head.headers.etag).toBe(get.headers.etag);
  expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
  expect(head.text ?? "").toBe("");
});

test("later pages come from the state of the first, and are refused once that is gone", async () => {
  const { app, views, world } = fakeApp();
  const first = await request(app).get(`${VISITS}&limit=50`);
  world.version = "2";
  const second = await request(app).get(`${VISITS}&limit=50&cursor=${first.body.next}`);
  expect(second.status).toBe(200);
  expect(views.visits).toHaveBeenCalledTimes(1);

  const fresh = fakeApp();
  fresh.world.version = "3";
  const gone = await request(fresh.app).get(`${VISITS}&limit=50&cursor=${first.body.next}`);
  expect(gone.status).toBe(410);
  expect(gone.body.type).toBe("/docs#data-changed");
});

test("an answer that takes longer than the deadline is given up", async () => {
  const { app, views } = fakeApp({ deadlineMs: 20 });
  views.board.mockImplementationOnce(() => new Promise(() => undefined));
  const reply = await request(app).get("/api/v1/board");
  expect(reply.status).toBe(503);
  expect(reply.body.type).toBe("/docs#took-too-long");
  expect((await request(app).get("/api/v1/board")).status).toBe(200);
});
