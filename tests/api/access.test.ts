/** Who may read, from where, and what every reply carries. */
import request from "supertest";
import { expect, test } from "vitest";
import { listenGuard } from "../../src/api/access.ts";
import { isLoopback } from "../../src/api/loopback.ts";
import { ConfigError } from "../../src/domain/errors.ts";
import { fakeApp } from "./support/fake-app.ts";

const token = "a-token-of-enough-length";

test("listening where others can reach needs a token of some length", () => {
  for (const host of ["127.0.0.1", "localhost", "::1", "127.8.9.10"])
    expect(() => listenGuard(host, {})).not.toThrow();
  for (const host of ["0.0.0.0", "::", "192.168.1.4", "beffroi.example.org", "127.0.0.1.evil.example"]) {
    expect(() => listenGuard(host, {}), host).toThrow(ConfigError);
    expect(() => listenGuard(host, {})).toThrow(/BEFFROI_ACCESS_TOKEN/);
    expect(() => listenGuard(host, { token })).not.toThrow();
  }
  expect(() => listenGuard("0.0.0.0", { token: "short" })).toThrow(/5 characters: use at least 16/);
});

test("loopback is told from look-alikes", () => {
  expect(["LOCALHOST", "[::1]", "::ffff:127.0.0.1", "localhost."].every(isLoopback)).toBe(true);
  expect(["127.0.0.1.nip.io", "localhost.evil.example", "10.0.0.1", "", "1270.0.0.1"].some(isLoopback)).toBe(
    false,
  );
});

test("with a token, everything but /healthz and assets asks for it", async () => {
  const { app } = fakeApp({ access: { token } });
  for (const path of ["/", "/api/v1/sites", "/docs", "/openapi.json", "/metrics", "/readyz", "/nothing"]) {
    const reply = await request(app).get(path);
    expect(reply.status, path).toBe(401);
    expect(reply.headers["www-authenticate"]).toContain('Basic realm="Beffroi"');
  }
  expect((await request(app).get("/healthz")).status).toBe(200);
  expect((await request(app).get("/assets/none.js")).status).toBe(404);
});

test("the token opens as bearer and as password of any user, and nothing else does", async () => {
  const { app } = fakeApp({ access: { token } });
  const status = async (authorization: string) =>
    (await request(app).get("/api/v1/sites").set("Authorization", authorization)).status;
  const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
  expect(await status(`Bearer ${token}`)).toBe(200);
  expect(await status(`bearer ${token}`)).toBe(200);
  expect(await status(basic(`anyone:${token}`))).toBe(200);
  expect(await status(basic(`:${token}`))).toBe(200);
  const wrong = [`Bearer ${token}x`, "Bearer", basic(`${token}:`), basic("a:"), `Digest ${token}`, token];
  for (const authorization of wrong) expect(await status(authorization), authorization).toBe(401);
});

test("a page refused for want of a token names neither office nor sites", async () => {
  const { app } = fakeApp({ access: { token } });
  const reply = await request(app).get("/").set("Accept", "text/html");
  expect(reply.type).toBe("text/plain");
});

test("an open service answers to local names only", async () => {
  const status = async (host: string, access = {}) =>
    (await request(fakeApp({ access }).app).get("/api/v1/sites").set("Host", host)).status;
  expect(await status("localhost:8080")).toBe(200);
  expect(await status("[::1]:8080")).toBe(200);
  expect(await status("rebound.example:8080")).toBe(421);
  expect(await status("127.0.0.1.nip.io")).toBe(421);
  expect(await status("beffroi.local", { hosts: ["beffroi.local"] })).toBe(200);
});

test("every reply forbids inline code, framing and sniffing, and HSTS comes only with https", async () => {
  const { app } = fakeApp({ trustProxy: "loopback" });
  for (const path of ["/", "/api/v1/sites", "/docs", "/nothing"]) {
    const { headers } = await request(app).get(path);
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  }
  const { headers } = await request(app).get("/").set("X-Forwarded-Proto", "https");
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
});

test("writing methods and bodies are refused", async () => {
  const { app } = fakeApp();
  const posted = await request(app).post("/api/v1/sites").send({ a: 1 });
  expect(posted.status).toBe(405);
  expect(posted.headers).toMatchObject({ allow: "GET, HEAD", connection: "close" });
  const body = await request(app).get("/api/v1/sites").send({ a: 1 });
  expect(body.status).toBe(413);
});

test("an address beyond its pace waits; this machine does not", async () => {
  const { app } = fakeApp({ trustProxy: "loopback", perMinute: 3 });
  const from = (address: string) => request(app).get("/api/v1/sites").set("X-Forwarded-For", address);
  const statuses: number[] = [];
  for (let i = 0; i < 5; i++) statuses.push((await from("192.0.2.7")).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  expect((await from("192.0.2.8")).status).toBe(200);
  for (let i = 0; i < 5; i++) expect((await request(app).get("/api/v1/sites")).status).toBe(200);
});
