/** Published API descriptions played by Prism: what we ask is as described, and the examples that they give are read.
 *  Prism keeps no state and makes Open-Meteo's numbers up, so values and changes are the stand-ins' part: there each
 *  request goes to both, and Prism says what it thinks of it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { octoConnector } from "../../ingest/connectors/octo/connector.ts";
import { type Prism, startPrism, type Violation, violationsOf, WHY_NO_PRISM } from "../support/prism.ts";
import { archiveSource } from "./connectors/http-json/archive-source.ts";
import { octoSource } from "./connectors/octo/source.ts";
import { weatherSource } from "./connectors/open-meteo/source.ts";
import { createRig, type Source } from "./rig.ts";

const FILES = ["octo-openapi.yaml", "open-meteo-forecast.yml", "open-meteo-historical.yml"] as const;

describe.skipIf(WHY_NO_PRISM !== "")(`published descriptions${WHY_NO_PRISM}`, () => {
  let played: readonly Prism[] = [];
  const urlOf = (file: (typeof FILES)[number]) => played[FILES.indexOf(file)]?.url ?? "";
  beforeAll(async () => {
    played = await Promise.all(FILES.map((file) => startPrism(file)));
  }, 60_000);
  afterAll(async () => {
    for (const prism of played) await prism.close();
  });

  test("OCTO's own examples are asked for rightly, read and without a fault", async () => {
    const { fetcher, seen } = watched([["http://127.0.0.1:9", urlOf("octo-openapi.yaml")]], "instead");
    const options = { url: "http://127.0.0.1:9", token: "s3cret-key", sales: "bookings" };
    const clock = { now: Date.parse("2022-05-26T10:00:00Z") };
    const rig = createRig({ connector: octoConnector, options, clock }, fetcher);
    expect((await rig.pull()).map(({ status, problem }) => status + problem)).toEqual(["done", "done"]);
    expect(rig.sink.rejections).toEqual([]);
    // One booking of one adult; the slot is sold without limit and tells no number.
    expect([...rig.sink.totals().values()]).toEqual([1]);
    expect(JSON.stringify(rig.sink.batches)).not.toMatch(/doe|@|XOPSUT/i);
    // A fault of the description: `cancellation` is null in its own example.
    expect(places(seen.violations)).toEqual(["response body 0 cancellation"]);
  });

  test("what is asked of OCTO is as described, at the first pull and later ones", async () => {
    const source = await octoSource("bookings");
    const seen = await mirrored(source, (url) => [[url, urlOf("octo-openapi.yaml")]]);
    expect(seen.asked).toBeGreaterThan(20);
    expect(requests(seen.violations)).toEqual([]);
  });

  test("what is asked of Open-Meteo is as described", async () => {
    // Forecasts of earlier days come from a service that is not described.
    const forecasts = await mirrored(await weatherSource(), (url) => [
      [`${url}/api`, urlOf("open-meteo-forecast.yml")],
      [`${url}/archive-api`, urlOf("open-meteo-historical.yml")],
    ]);
    expect(forecasts.asked).toBeGreaterThanOrEqual(3);
    const archive = await mirrored(await archiveSource(), (url) => [
      [url, urlOf("open-meteo-historical.yml")],
    ]);
    expect(archive.asked).toBeGreaterThan(1);
    expect(requests([...forecasts.violations, ...archive.violations])).toEqual([]);
  });

  test("Prism does tell of a request that is not as described", async () => {
    const reply = await fetch(
      `${urlOf("open-meteo-historical.yml")}/v1/archive?latitude=50&hourly=temperature`,
    );
    expect(reply.status).toBe(400);
    expect(requests(violationsOf(reply.headers))).toContainEqual(expect.stringContaining("'longitude'"));
    await reply.text();
    const octo = await fetch(`${urlOf("octo-openapi.yaml")}/products/`, {
      headers: { authorization: "Bearer x" },
    });
    expect(requests(violationsOf(octo.headers))).toContainEqual(expect.stringMatching(/octo-capabilities/i));
    await octo.text();
  });
});

type Routes = readonly (readonly [from: string, to: string])[];

/** A fetch whose requests to one address go to another, instead or also. */
function watched(routes: Routes, how: "instead" | "also") {
  const seen: { asked: number; readonly violations: Violation[] } = { asked: 0, violations: [] };
  const fetcher: typeof fetch = async (input, init) => {
    const url = String(input);
    const route = routes.find(([prefix]) => url.startsWith(prefix));
    if (!route) return fetch(input, init);
    const [from, to] = route;
    seen.asked += 1;
    const reply = await fetch(to + url.slice(from.length), init);
    seen.violations.push(...violationsOf(reply.headers));
    if (how === "instead") return reply;
    await reply.text();
    return fetch(input, init);
  };
  return { fetcher, seen };
}

/** Two pulls of a stand-in, each request shown to Prism. */
async function mirrored(source: Source, routesOf: (url: string) => Routes) {
  const { options } = source;
  const given = options instanceof Object && "url" in options ? String(options.url) : "";
  const { fetcher, seen } = watched(routesOf(given.replace(/\/\{api\}$/, "")), "also");
  try {
    const rig = createRig(source, fetcher);
    await rig.pull();
    await source.cancel();
    await rig.pull();
    expect(rig.sink.totals()).toEqual(source.expected());
  } finally {
    await source.close();
  }
  return seen;
}

function places(violations: readonly Violation[]): string[] {
  return [...new Set(violations.map(({ place }) => place))];
}

/** What is wrong with requests. */
function requests(violations: readonly Violation[]): string[] {
  return violations
    .filter(({ place }) => place.startsWith("request"))
    .map(({ place, message }) => `${place}: ${message}`);
}
