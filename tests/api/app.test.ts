/** Every route and encoding over HTTP. */
import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import request from "supertest";
import { expect, test } from "vitest";
import { ProblemDocument } from "../../src/contract/problem.ts";
import { ROUTES } from "../../src/contract/routes.ts";
import { fakeApp } from "./support/fake-app.ts";
import { SITES, visitRows } from "./support/fake-views.ts";

const YEAR = "from=2026-01-01&to=2027-01-01";

const bytes = (res: NodeJS.ReadableStream, done: (error: null, body: Buffer) => void) => {
  const chunks: Buffer[] = [];
  res.on("data", (chunk: Buffer) => chunks.push(chunk));
  res.on("end", () => done(null, Buffer.concat(chunks)));
};

test("every route answers JSON that keeps its contract", async () => {
  const { app } = fakeApp({ published: ["beffroi"] });
  const needed: Record<string, string> = {
    visits: `?${YEAR}`,
    outlook: "?site=beffroi",
    tally: "?site=beffroi",
    trust: "?site=beffroi",
    suppose: "?site=beffroi",
    bookings: "?site=beffroi",
    staffing: "?site=beffroi",
    effects: "?site=beffroi&from=2026-10-01",
    quietHours: "?site=beffroi",
  };
  for (const [name, route] of Object.entries(ROUTES)) {
    const reply = await request(app).get(`/api/v1${route.path.replace("{id}", "1a")}${needed[name] ?? ""}`);
    expect(reply.status, name).toBe(200);
    expect(reply.type).toBe("application/json");
    expect(() => route.reply.parse(reply.body)).not.toThrow();
  }
});

test("a reply that breaks its contract is a 500 that says nothing about the inside", async () => {
  const { app, views, lines } = fakeApp();
  views.scorecard.mockResolvedValueOnce({ as_of: "yesterday", coverage: 2, figure: "x", rows: [] });
  const reply = await request(app).get("/api/v1/scorecard");
  expect(reply.status).toBe(500);
  expect(ProblemDocument.parse(reply.body).detail).not.toContain("yesterday");
  expect(JSON.stringify(lines)).toContain("ISO datetime");
});

test("pages of any size, concatenated, are the whole answer in order", async () => {
  const { app } = fakeApp();
  const whole = visitRows([...SITES].sort(), "2026-01-01", "2026-02-01");
  for (const limit of [1, 7, 31, 92, 93, 94]) {
    const rows: unknown[] = [];
    let cursor: string | null = null;
    do {
      const place: string = cursor === null ? "" : `&cursor=${cursor}`;
      const sites = [...SITES].sort().join(",");
      const reply = await request(app).get(
        `/api/v1/visits?sites=${sites}&from=2026-01-01&to=2026-02-01&limit=${limit}${place}`,
      );
      expect(reply.body.total).toBe(whole.reduce((sum, row) => sum + (row.visits ?? 0), 0));
      rows.push(...reply.body.rows);
      cursor = reply.body.next;
      expect(reply.headers.link?.includes('rel="next"') ?? false).toBe(cursor !== null);
    } while (cursor !== null);
    expect(rows).toEqual(whole);
  }
});

test("CSV without limit is the whole answer; with limit it pages by its Link header", async () => {
  const { app } = fakeApp();
  const whole = await request(app).get(`/api/v1/visits?${YEAR}&format=csv`);
  expect(whole.headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
  expect(whole.headers["beffroi-figure"]).toBe("visits.abc123");
  const rows: Record<string, string>[] = parse(whole.text, { columns: true });
  expect(rows).toHaveLength(3 * 365);
  expect(rows[4]).toMatchObject({ day: "2026-01-05", visits: "", state: "missing", provisional: "false" });

  const first = await request(app).get(`/api/v1/visits?${YEAR}&limit=1000`).set("Accept", "text/csv");
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? "")?.[1] ?? "";
  const second = await request(app).get(next).set("Accept", "text/csv");
  const both = [...parse(first.text, { columns: true }), ...parse(second.text, { columns: true })];
  expect(both).toEqual(rows);
});

test("CSV neutralises formulas, and leaves negative numbers alone", async () => {
  const { app } = fakeApp();
  const { text } = await request(app).get("/api/v1/sites?format=csv");
  const rows: Record<string, string>[] = parse(text, { columns: true });
  const row = rows.find(({ id }) => id === "beffroi");
  expect(row).toMatchObject({ municipality: "'=1+1", longitude: "-3.1", latitude: "" });
  expect(JSON.parse(row?.name ?? "")).toEqual({ fr: '=HYPERLINK("http://x")' });
});

test("Arrow holds the same rows as JSON, with days, instants and nulls as such", async () => {
  const { app } = fakeApp();
  const json = await request(app).get(`/api/v1/visits?${YEAR}`);
  const arrow = await request(app)
    .get(`/api/v1/visits?${YEAR}`)
    .set("Accept", "application/vnd.apache.arrow.stream")
    .buffer(true)
    .parse(bytes as never);
  const table = tableFromIPC(arrow.body);
  expect(table.numRows).toBe(json.body.rows.length);
  expect(table.schema.metadata.get("figure")).toBe("visits.abc123");
  expect(table.schema.fields.map(({ name, type }) => `${name} ${type}`)).toContain("day Date32<DAY>");
  const rows = table.toArray().map((row) => {
    const plain = row.toJSON();
    return {
      ...plain,
      start: new Date(Number(plain.start)).toISOString().replace(".000Z", "Z"),
      day: new Date(Number(plain.day)).toISOString().slice(0, 10),
    };
  });
  expect(rows).toEqual(json.body.rows);
});

test("routes without rows, and parquet, are refused with the encodings there are", async () => {
  const { app } = fakeApp();
  for (const path of ["/api/v1/board?format=csv", `/api/v1/visits?${YEAR}&format=parquet`]) {
    const reply = await request(app).get(path);
    expect(reply.status).toBe(406);
    expect(reply.type).toBe("application/problem+json");
    expect(reply.body.detail).toContain("json (application/json)");
  }
  const image = await request(app).get("/api/v1/sites").set("Accept", "image/png");
  expect(image.status).toBe(406);
  const browser = await request(app).get("/api/v1/sites").set("Accept", "text/html,*/*;q=0.8");
  expect(browser.type).toBe("application/json");
});
