import { createHash } from "node:crypto";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { StoreError } from "../../src/domain/errors.ts";
import { fakeApp } from "./support/fake-app.ts";

const ORIGIN = "https://www.example.org";
const STYLE = "body{margin:0}";
const options = {
  access: { token: "a token of length" },
  published: ["tank-1917"],
  widgetOrigins: [ORIGIN],
  render: (frame: { lang: string }, screen: object) =>
    `<html lang="${frame.lang}"><style>${STYLE}</style>${JSON.stringify(screen)}</html>`,
};

describe("the widget", () => {
  test("is open to everybody, for sites whose owner publishes and for no other", async () => {
    const { app, views } = fakeApp(options);
    expect((await request(app).get("/widget/tank-1917")).status).toBe(200);
    for (const path of ["/widget/beffroi", "/widget/nowhere", "/api/v1/quiet-hours?site=beffroi"]) {
      const reply = await request(app).get(path).set("Accept", "application/json");
      expect(reply.status, path).toBe(404);
      expect(reply.text).not.toContain("tank-1917");
    }
    expect(views.quietHours).toHaveBeenCalledTimes(1);
    for (const path of ["/", "/widget", "/widget/tank-1917/more", "/api/v1/board", "/api/v1/quiet-hours/x"]) {
      expect((await request(app).get(path)).status, path).toBe(401);
    }
  });

  test("nothing is published unless somebody says so", async () => {
    const { app } = fakeApp();
    expect((await request(app).get("/widget/tank-1917")).status).toBe(404);
  });

  test("its policy allows the style that it carries and the frames that are listed", async () => {
    const { app } = fakeApp(options);
    const { headers } = await request(app).get("/widget/tank-1917");
    const hash = createHash("sha256").update(STYLE).digest("base64");
    expect(headers["content-security-policy"]).toBe(
      `default-src 'none';style-src 'sha256-${hash}';base-uri 'none';form-action 'none';frame-ancestors 'self' ${ORIGIN}`,
    );
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(headers["set-cookie"]).toBeUndefined();
    const page = await request(fakeApp().app).get("/");
    expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(page.headers["x-frame-options"]).toBe("DENY");
  });

  test("speaks the language of its address, or of ?lang=", async () => {
    const { app } = fakeApp(options);
    const lang = async (path: string) => (await request(app).get(path)).text.match(/lang="(\w+)"/)?.[1];
    expect(await lang("/widget/tank-1917")).toBe("fr");
    expect(await lang("/nl/widget/tank-1917")).toBe("nl");
    expect(await lang("/widget/tank-1917?lang=en")).toBe("en");
    expect(await lang("/nl/widget/tank-1917?lang=xx")).toBe("nl");
  });

  test("says that it does not know when the store is away, and stays frameable", async () => {
    const { app, views } = fakeApp(options);
    views.quietHours.mockRejectedValue(new StoreError("forecast_vintage", "away"));
    const reply = await request(app).get("/widget/tank-1917");
    expect(reply.status).toBe(503);
    expect(reply.text).toContain('"quiet":null');
    expect(reply.headers["content-security-policy"]).toContain(ORIGIN);
    expect(reply.headers["x-frame-options"]).toBeUndefined();
    const starting = fakeApp({ ...options, ready: async () => ({ ready: false, done: 1, total: 2 }) });
    expect((await request(starting.app).get("/widget/tank-1917")).status).toBe(503);
  });
});

describe("the reply", () => {
  test("may be read by pages of listed origins alone", async () => {
    const { app } = fakeApp(options);
    const ask = (origin: string) =>
      request(app).get("/api/v1/quiet-hours?site=tank-1917").set("Origin", origin);
    const listed = await ask(ORIGIN);
    expect(listed.status).toBe(200);
    expect(listed.headers["access-control-allow-origin"]).toBe(ORIGIN);
    expect(listed.headers.vary).toContain("Origin");
    const other = await ask("https://elsewhere.example");
    expect(other.headers["access-control-allow-origin"]).toBeUndefined();
    expect(other.headers.vary).toContain("Origin");
  });
});
