/** Pages: languages, addresses, progress while the store fills, errors in words for people. */
import request from "supertest";
import { expect, test, vi } from "vitest";
import { fakeApp } from "./support/fake-app.ts";
import { SITES } from "./support/fake-views.ts";

const html = (path: string, app = fakeApp().app) => request(app).get(path).set("Accept", "text/html");

test.each([
  ["/", "fr", "today", "/"],
  ["/en", "en", "today", "/"],
  ["/nl/", "nl", "today", "/"],
  [
    "/frequentation?to=2026-02-01&from=2026-01-01&from=",
    "fr",
    "attendance",
    "/frequentation?from=2026-01-01&to=2026-02-01",
  ],
  [
    "/en/frequentation?sites=tank-1917&sites=beffroi",
    "en",
    "attendance",
    "/frequentation?sites=beffroi,tank-1917",
  ],
  ["/journal?kind=note&kind=event&sites=beffroi", "fr", "logbook", "/journal?kind=note,event&sites=beffroi"],
  ["/en/qualite?feed=till&day=2026-11-24", "en", "quality", "/qualite?day=2026-11-24&feed=till"],
  ["/nl/previsions/beffroi?day=2026-12-01", "nl", "outlook", "/previsions/beffroi?day=2026-12-01"],
  ["/en/fiabilite/beffroi?lead=14", "en", "trust", "/fiabilite/beffroi?lead=14"],
  ["/et-si/beffroi?day=2026-12-01&last=", "fr", "suppose", "/et-si/beffroi?day=2026-12-01"],
  ["/reservations/beffroi?day=2026-12-01", "fr", "bookings", "/reservations/beffroi?day=2026-12-01"],
  ["/en/effectifs/beffroi?from=2026-12-01", "en", "staffing", "/effectifs/beffroi?from=2026-12-01"],
])("%s is drawn in %s as %s from %s", async (address, lang, kind, path) => {
  const reply = await html(address);
  expect(reply.status).toBe(200);
  expect(reply.type).toBe("text/html");
  expect(reply.text).toContain(`<html lang="${lang}"><title>${kind}</title><p>${path}</p>`);
  expect(reply.headers.etag).toMatch(/^"/);
  expect(reply.headers.vary).toBe("Accept-Encoding");
  expect(reply.headers["content-language"]).toBe(lang);
});

test("forecasts without a site lead to the first one, in the same language", async () => {
  expect((await html("/previsions")).headers.location).toBe("/previsions/tank-1917");
  expect((await html("/en/previsions")).headers.location).toBe("/en/previsions/tank-1917");
});

test("a tracking parameter does not break a page, nor make it a new one", async () => {
  const { app, views } = fakeApp();
  expect((await html("/frequentation?utm_source=mail", app)).status).toBe(200);
  await html("/frequentation", app);
  expect(views.attendance).toHaveBeenCalledTimes(1);
});

test("a page that somebody has is 304", async () => {
  const { app } = fakeApp();
  const etag = (await html("/", app)).headers.etag ?? "";
  expect((await html("/", app).set("If-None-Match", etag)).status).toBe(304);
});

test.each([
  ["/en/nothing", 404, "en", "not_found"],
  ["/previsions/nowhere", 404, "fr", "not_found"],
  ["/nl/frequentation?from=soon", 400, "nl", "refused"],
])("%s is a page with status %i", async (path, status, lang, kind) => {
  const reply = await html(path);
  expect(reply.status).toBe(status);
  expect(reply.text).toContain(`<html lang="${lang}"><title>${kind}</title>`);
});

test("an error page shows the id under which the log holds the error", async () => {
  const { app, views, lines } = fakeApp();
  views.board.mockRejectedValueOnce(new Error("boom"));
  const reply = await html("/", app);
  expect(reply.status).toBe(500);
  expect(reply.text).toContain(`"id":"${reply.headers["x-request-id"]}"`);
  expect(reply.text).not.toContain("boom");
  expect(lines.some(({ request: id }) => id === reply.headers["x-request-id"])).toBe(true);
});

test("a renderer that fails leaves a plain text, not a hanging request", async () => {
  const render = () => {
    throw new Error("no markup");
  };
  const reply = await html("/", fakeApp({ render }).app);
  expect(reply.status).toBe(500);
  expect(reply.type).toBe("text/plain");
});

test("while the store fills, pages show progress and ask again; the API says when", async () => {
  let done = 3;
  const ready = async () => (done < 5 ? { ready: false as const, done, total: 5 } : { ready: true as const });
  const { app, views } = fakeApp({ ready });
  const page = await html("/en", app);
  expect(page.status).toBe(503);
  expect(page.headers.refresh).toBe("3");
  expect(page.headers["cache-control"]).toBe("no-store");
  expect(page.text).toContain('<html lang="en"><title>starting</title>');
  expect(page.text).toContain('"done":3,"total":5');
  const api = await request(app).get("/api/v1/sites");
  expect(api.status).toBe(503);
  expect(api.headers["retry-after"]).toBe("3");
  expect((await request(app).get("/readyz")).status).toBe(503);
  expect((await request(app).get("/healthz")).status).toBe(200);
  expect((await request(app).get("/api/v1/health")).status).toBe(200);
  expect(views.board).not.toHaveBeenCalled();
  done = 5;
  expect((await html("/en", app)).status).toBe(200);
  expect((await request(app).get("/readyz")).body).toEqual({ ready: true });
});

test("a chart of a page is a file under the same address with .svg, under a policy that allows its style alone", async () => {
  const picture = vi.fn((page: string, n: number) =>
    n === 2 ? { svg: `<svg>${page.length}</svg>`, style: "text{fill:red}" } : null,
  );
  const { app, views } = fakeApp({ picture });
  const file = await request(app).get(`/en/previsions/${SITES[0]}.svg?chart=2&day=2026-11-28`);
  expect([file.status, file.type]).toEqual([200, "image/svg+xml"]);
  expect(file.headers["content-security-policy"]).toBe(
    "default-src 'none'; style-src 'sha256-ObtmXGPEMSOWoAavs1sM7q6+3qxCRGHXQlk+FhdM4ik='",
  );
  expect(views.outlook).toHaveBeenCalledWith({ site: SITES[0], day: "2026-11-28" });
  expect((await request(app).get("/frequentation.svg?chart=3")).status).toBe(404);
  expect((await request(app).get("/nowhere.svg")).status).toBe(404);
});
