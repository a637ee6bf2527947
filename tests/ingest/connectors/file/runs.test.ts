/** The connector under the real runner and HTTP client, with a store in memory: what a person would see as totals. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { fileConnector } from "../../../../ingest/connectors/file/connector.ts";
import { runStream } from "../../../../ingest/runner.ts";
import { createHttpClient } from "../../../../ingest/transport/http.ts";
import { createRateLimiter } from "../../../../ingest/transport/rate-limit.ts";
import type { RecordSink } from "../../../../src/domain/sink.ts";
import { createMemorySink, createMemoryState } from "../../../support/memory-sink.ts";
import { recordingEffects } from "../../rig.ts";
import { makeDrop, NOW } from "./pull.ts";

const counts = { columns: { at: "at", entries: "n" }, step: "PT1H" };
const sales = { columns: { at: "at", quantity: "n" } };
const hour = (i: number): string => new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString();
const csv = (values: readonly number[]): string =>
  `at,n\n${values.map((n, i) => `${hour(i)},${n}`).join("\n")}\n`;
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** A feed on a folder with a store that may fail at a chosen write. */
function rig(baseDir: string, options: object) {
  const sites = new Set(["tank"]);
  const feed = fileConnector.open({ id: "f", site: "tank", sites, zone: "Europe/Paris", options, baseDir });
  const [stream] = feed.streams;
  if (!stream) throw new Error("no stream");
  const sink = createMemorySink();
  const state = createMemoryState();
  const effects = recordingEffects([]);
  const http = createHttpClient({ effects, limiter: createRateLimiter(() => null, effects) });
  let now = NOW;
  return {
    sink,
    sum: () => total(sink.facts({ feed: "f", stream: "rows" }).map((record) => record.value)),
    run: async (dieAt = Number.POSITIVE_INFINITY) => {
      let writes = 0;
      const dying: RecordSink = {
        ...sink,
        write: async (batch) => {
          writes += 1;
          if (writes > dieAt) throw new Error("killed");
          return sink.write(batch);
        },
      };
      now += 60_000;
      const log = { info: () => {}, warn: () => {} };
      const signal = new AbortController().signal;
      const given = { sink: dying, state, http, log, now: () => now, signal };
      return runStream({ feed: "f", stream, sites }, given).catch(() => undefined);
    },
  };
}

describe("runs over files", () => {
  test("a run that is killed between pages loses and doubles nothing", async () => {
    using drop = makeDrop();
    const values = Array.from({ length: 7000 }, (_, i) => i % 7);
    drop.write("a.csv", csv(values), 90);
    drop.write("b.csv", csv(values.map((n) => n + 1)), 60);
    drop.write("c.csv", csv(values.map((n) => n + 2)), 30);
    const feed = rig(drop.folder, { path: "*.csv", ...counts });
    for (const dieAt of [0, 1, 0, 2, 1]) await feed.run(dieAt);
    const last = await feed.run();
    expect(last?.status).toBe("done");
    expect(feed.sum()).toBe(total(values) + 2 * values.length);
    expect((await feed.run())?.counts).toMatchObject({ fetched: 0, accepted: 0 });
  });

  test("a corrected file revises exactly what it corrects, also back again", async () => {
    using drop = makeDrop();
    const feed = rig(drop.folder, { path: "*.csv", ...counts });
    const values = Array.from({ length: 48 }, () => 5);
    drop.write("door.csv", csv(values));
    expect((await feed.run())?.counts).toMatchObject({ accepted: 48 });
    drop.write("door.csv", csv(values.with(3, 9)));
    expect((await feed.run())?.counts).toMatchObject({ accepted: 0, revised: 1, unchanged: 47 });
    drop.write("door.csv", csv(values));
    expect((await feed.run())?.counts).toMatchObject({ accepted: 0, revised: 1, unchanged: 47 });
    expect(feed.sum()).toBe(240);
  });

  test("a sale that is missing from the next export is withdrawn, unless too many are", async () => {
    using drop = makeDrop();
    const feed = rig(drop.folder, { path: "*.csv", ...sales });
    const tickets = (n: number): string =>
      `at,n\n${Array.from({ length: n }, (_, i) => `2026-07-14T10:${i + 10},1`).join("\n")}\n`;
    drop.write("till.csv", `${tickets(10)}2026-07-14T10:10,1\n`);
    await feed.run();
    expect(feed.sum()).toBe(11);
    drop.write("till.csv", tickets(9));
    expect((await feed.run())?.status).toBe("done");
    expect(feed.sum()).toBe(9);
    drop.write("till.csv", tickets(3));
    expect((await feed.run())?.status).toBe("held_back");
    expect(feed.sum()).toBe(9);
  });

  test("a held file is shown with its reason, and read once it is right", async () => {
    using drop = makeDrop();
    const feed = rig(drop.folder, { path: "*.csv", ...counts });
    drop.write("door.csv", csv([1, 2]).replace("at,n", "at,people"));
    expect(await feed.run()).toMatchObject({
      status: "changed",
      problem: expect.stringContaining("missing n"),
    });
    drop.write("door.csv", csv([1, 2]));
    expect((await feed.run())?.status).toBe("done");
    expect(feed.sum()).toBe(3);
  });

  test("a file behind a real server is fetched once per form", async () => {
    let body = csv([1, 2]);
    let sent = 0;
    const server = createServer((request, reply) => {
      const etag = `"${body.length}-${body.at(-2)}"`;
      if (request.headers["if-none-match"] === etag) return reply.writeHead(304, { etag }).end();
      sent += 1;
      return reply.writeHead(200, { etag }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const feed = rig("/", { url: `http://127.0.0.1:${port}/door.csv`, ...counts });
      expect((await feed.run())?.counts).toMatchObject({ accepted: 2 });
      expect(await feed.run()).toMatchObject({ status: "done", counts: { fetched: 0 } });
      body = csv([1, 3]);
      expect((await feed.run())?.counts).toMatchObject({ revised: 1, unchanged: 1 });
      expect(sent).toBe(2);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
