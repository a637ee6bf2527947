/** The HTTP client with a scripted network: what it retries, how long it waits, what it refuses, what it never says. */
import { expect, test } from "vitest";
import { createHttpClient, type HttpOptions } from "../../../ingest/transport/http.ts";
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import { recordingEffects } from "../rig.ts";

const URL_WITH_SECRET = "https://till.example.org/api/sales?token=s3cret";
const REQUEST = { url: URL_WITH_SECRET, headers: { authorization: "Token s3cret" } };

type Step = Response | Error | ((url: string, init: RequestInit) => Response | Promise<Response>);

/** A client whose network plays the steps in turn. */
function scripted(steps: Step[], options: Partial<HttpOptions> = {}) {
  const waits: number[] = [];
  const calls: { url: string; init: RequestInit }[] = [];
  const effects = {
    ...recordingEffects(waits),
    fetch: async (input: unknown, init: RequestInit = {}) => {
      calls.push({ url: String(input), init });
      const step = steps[calls.length - 1];
      if (step instanceof Error) throw step;
      if (typeof step === "function") return step(String(input), init);
      return step ?? new Response("{}");
    },
  };
  return { http: createHttpClient({ effects: effects as HttpOptions["effects"], ...options }), waits, calls };
}

const status = (code: number, headers: Record<string, string> = {}) =>
  new Response(null, { status: code, headers });

test("a network failure is tried again after growing waits with jitter", async () => {
  const failure = new TypeError("fetch failed", {
    cause: Object.assign(new Error("x"), { code: "ECONNRESET" }),
  });
  const { http, waits } = scripted([failure, failure, failure, new Response('{"a":1}')]);
  expect((await http.json(REQUEST)).body).toEqual({ a: 1 });
  expect(waits).toEqual([375, 750, 1500]);
});

test("after the last try the feed is unavailable and nothing secret is said", async () => {
  const { http, calls } = scripted(Array.from({ length: 9 }, () => status(502)));
  const error = await http.json(REQUEST).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(FeedUnavailable);
  expect(String(error)).toContain("status 502 from GET till.example.org/api/sales after 5 tries");
  expect(String(error)).not.toContain("s3cret");
  expect(calls).toHaveLength(5);
});

test.each([
  ["seconds", "12", 12_000],
  ["an HTTP date", "Thu, 01 Jan 1970 00:00:30 GMT", 30_000],
])("Retry-After in %s is waited for", async (_, header, waitMs) => {
  const { http, waits } = scripted([status(429, { "retry-after": header }), new Response("[]")]);
  await http.json(REQUEST);
  expect(waits[0]).toBe(waitMs);
});

test("a Retry-After longer than we may wait is handed to the schedule", async () => {
  const { http, waits } = scripted([status(503, { "retry-after": "3600" })]);
  await expect(http.json(REQUEST)).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
  expect(waits).toEqual([]);
});

test("401 and 403 name the token as the likely cause and are not repeated", async () => {
  for (const code of [401, 403]) {
    const { http, calls } = scripted([status(code)]);
    const error = await http.json(REQUEST).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(FeedUnavailable);
    expect(String(error)).toMatch(/token expired/);
    expect(calls).toHaveLength(1);
  }
});

test("another 4xx is a changed feed; 408 is only slow", async () => {
  await expect(scripted([status(404)]).http.json(REQUEST)).rejects.toBeInstanceOf(FeedChanged);
  await expect(scripted([status(408), new Response("[]")]).http.json(REQUEST)).resolves.toMatchObject({
    body: [],
  });
});

test("invalid JSON is a changed feed whose message does not quote the body", async () => {
  const { http } = scripted([new Response("<p>camille@example.org</p>")]);
  const error = (await http.json(REQUEST).catch((cause: unknown) => cause)) as Error;
  expect(error).toBeInstanceOf(FeedChanged);
  expect(`${error.message} ${error.cause}`).not.toContain("camille");
});

test("a body cut in the middle is asked for again", async () => {
  const cut = () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"a":'));
          controller.error(new TypeError("terminated"));
        },
      }),
    );
  const { http, calls } = scripted([cut, new Response('{"a":2}')]);
  expect((await http.json(REQUEST)).body).toEqual({ a: 2 });
  expect(calls).toHaveLength(2);
});

test("a body above the bound is refused without reading it all", async () => {
  let pulled = 0;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1000));
        },
      }),
    );
  const { http } = scripted([endless], { maxBytes: 5000 });
  await expect(http.text(REQUEST)).rejects.toBeInstanceOf(FeedChanged);
  expect(pulled).toBeLessThan(20);
});

test("a silent server is given up after the time limit, then tried again", async () => {
  const silent: Step = (_, init) =>
    new Promise((_resolve, reject) =>
      init.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
    );
  const { http, calls } = scripted([silent, new Response("[]")], { timeoutMs: 20 });
  await http.json(REQUEST);
  expect(calls).toHaveLength(2);
});

test("a body that falls silent in the middle is given up and asked for again", async () => {
  const silent = () =>
    new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([91])) }));
  const { http, calls } = scripted([silent, new Response("[]")], { timeoutMs: 20 });
  expect((await http.json(REQUEST)).body).toEqual([]);
  expect(calls).toHaveLength(2);
});

test("a stream of bytes is handed on as it comes, whatever its size", async () => {
  const { http } = scripted([new Response("x".repeat(10_000))], { maxBytes: 10 });
  let size = 0;
  for await (const piece of (await http.bytes(REQUEST)).body) size += piece.byteLength;
  expect(size).toBe(10_000);
});

test("a redirect on the same host is followed, one to another host with credentials is not", async () => {
  const here = scripted([status(302, { location: "/api/v2/sales" }), new Response("[]")]);
  await here.http.json(REQUEST);
  expect(here.calls[1]?.url).toBe("https://till.example.org/api/v2/sales");
  const away = scripted([status(302, { location: "https://evil.example.net/" })]);
  await expect(away.http.json(REQUEST)).rejects.toThrow(/redirect.*evil\.example\.net/);
  expect(away.calls).toHaveLength(1);
  const plain = scripted([status(302, { location: "http://till.example.org/" })]);
  await expect(plain.http.json(REQUEST)).rejects.toBeInstanceOf(FeedChanged);
});

test("a key in a header of whatever name, or in a body, does not follow a redirect to another host", async () => {
  for (const request of [
    { ...REQUEST, headers: { "x-sesame": "s3cret" } },
    { url: REQUEST.url, method: "POST", body: "token_auth=s3cret" } as const,
  ]) {
    const { http, calls } = scripted([status(307, { location: "https://evil.example.net/" })]);
    await expect(http.json(request)).rejects.toThrow(/redirect.*evil\.example\.net/);
    expect(calls).toHaveLength(1);
  }
});

test("without credentials a redirect to another host is followed", async () => {
  const { http, calls } = scripted([
    status(301, { location: "https://files.example.net/a.csv" }),
    new Response("a"),
  ]);
  expect((await http.text({ url: "https://open.example.org/a" })).body).toBe("a");
  expect(calls[1]?.url).toBe("https://files.example.net/a.csv");
});

test("redirects without end are refused", async () => {
  const { http } = scripted(Array.from({ length: 9 }, () => status(302, { location: "/again" })));
  await expect(http.text(REQUEST)).rejects.toThrow(/more than 5/);
});

test("an aborted pull stops at once with the reason of the abort", async () => {
  const abort = new AbortController();
  const { http, calls } = scripted(
    [
      () => {
        abort.abort(new Error("stopped"));
        return status(500);
      },
    ],
    { signal: abort.signal },
  );
  await expect(http.json(REQUEST)).rejects.toThrow("stopped");
  expect(calls).toHaveLength(1);
});

test("an address that is none is refused without repeating it", async () => {
  const { http } = scripted([]);
  const error = await http.json({ url: "ftp://user:s3cret@host/" }).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(FeedChanged);
  expect(String(error)).not.toContain("s3cret");
});
