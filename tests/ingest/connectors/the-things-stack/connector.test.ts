import { expect, test } from "vitest";
import { theThingsStackConnector } from "../../../../ingest/connectors/the-things-stack/connector.ts";
import { createHttpClient } from "../../../../ingest/transport/http.ts";
import { ConfigError } from "../../../../src/domain/errors.ts";
import { connectorSuite } from "../../connector-suite.ts";
import { createRig } from "../../rig.ts";
import { stackSource } from "./source.ts";

connectorSuite("The Things Stack", (empty) => stackSource(empty === "empty"));

test("many pulls, with late and retransmitted reports between them, end in what all reports at once give", async () => {
  const source = await stackSource();
  try {
    const rig = createRig(source);
    const news = [
      source.add,
      source.late,
      source.shift,
      source.cancel,
      source.shift,
      source.add,
      source.late,
    ];
    await rig.pull();
    for (let n = 0; n < 21; n++) {
      await news[n % news.length]?.();
      const runs = await rig.pull();
      expect(runs.map((run) => run.status)).toEqual(["done"]);
      expect(rig.sink.totals()).toEqual(source.expected());
    }
    expect(rig.sink.rejections).toEqual([]);
  } finally {
    await source.close();
  }
});

test("check names devices that were not heard, and those that were", async () => {
  const source = await stackSource();
  try {
    const ask = (devices: object) =>
      theThingsStackConnector
        .open({
          id: "feed",
          site: "tank-1917",
          sites: new Set(["tank-1917", "moulin"]),
          zone: "Europe/Paris",
          options: { ...Object(source.options), devices },
          baseDir: "/",
        })
        .check({
          cursor: null,
          from: undefined,
          until: source.clock.now,
          now: source.clock.now,
          http: createHttpClient(),
          log: { info: () => undefined, warn: () => undefined },
          signal: new AbortController().signal,
        });
    expect(await ask({ door: {} })).toEqual({ ok: true, detail: "3 devices heard within a day" });
    expect(await ask({ door: {}, dor: {} })).toMatchObject({
      ok: false,
      problem: "nothing within a day from dor",
      remedy: expect.stringContaining("gallery"),
    });
    await expect(async () => ask({ door: { site: "elsewhere" } })).rejects.toThrow(ConfigError);
  } finally {
    await source.close();
  }
});
