import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { postWebhook } from "../../../src/jobs/alerts/webhook.ts";

const close: (() => void)[] = [];
afterEach(() => {
  for (const one of close.splice(0)) one();
});

interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers with a status, or not at all. */
async function hook(status: number | null, headers: Record<string, string> = {}) {
  const asked: Asked[] = [];
  const server = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += String(chunk);
    asked.push({ headers: req.headers, body });
    if (status !== null) res.writeHead(status, headers).end("thanks");
  });
  close.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

const post = (url: string) => ({
  url,
  secret: "a long secret",
  id: "alert tank 2026-11-28",
  body: { alert: "tank", text: "Samedi : entre 88 et 142 personnes à l’intérieur" },
  at: Date.parse("2026-11-25T07:30:00.900Z"),
});

test("a post is signed over its time and its bytes, and carries its id", async () => {
  const { url, asked } = await hook(204);
  expect(await postWebhook(post(url))).toEqual({ kind: "sent", reason: "" });
  const [{ headers, body } = { headers: {}, body: "" }] = asked;
  const seconds = Date.parse("2026-11-25T07:30:00Z") / 1000;
  const expected = createHmac("sha256", "a long secret").update(`${seconds}.${body}`).digest("hex");
  expect(headers["x-beffroi-signature"]).toBe(`t=${seconds},v1=${expected}`);
  expect(headers["x-beffroi-id"]).toBe("alert tank 2026-11-28");
  expect(JSON.parse(body)).toMatchObject({ text: "Samedi : entre 88 et 142 personnes à l’intérieur" });
});

test("without a secret there is no signature", async () => {
  const { url, asked } = await hook(200);
  await postWebhook({ ...post(url), secret: null });
  expect(asked[0]?.headers["x-beffroi-signature"]).toBeUndefined();
});

test("a redirect is not followed, wherever it leads", async () => {
  const inside = await hook(200);
  const outside = await hook(307, { Location: inside.url });
  expect((await postWebhook(post(outside.url))).kind).toBe("refused");
  expect(inside.asked).toEqual([]);
});

test.each([
  [500, "failed"],
  [429, "failed"],
  [404, "refused"],
])("an answer %i is %s", async (status, kind) => {
  const { url } = await hook(status);
  expect((await postWebhook(post(url))).kind).toBe(kind);
});

test("who does not answer is asked again later; the address is not in the reason", async () => {
  const { url } = await hook(null);
  expect(await postWebhook(post(url), 200)).toEqual({ kind: "failed", reason: "TimeoutError" });
  const [gone] = [await hook(200)];
  for (const one of close.splice(0)) one();
  const outcome = await postWebhook(post(`${gone.url}?key=secret`));
  expect(outcome.kind).toBe("failed");
  expect(outcome.reason).not.toContain("secret");
});
