import { expect, test } from "vitest";
import { HOUR } from "../../../../src/domain/time.ts";
import { connectorSuite } from "../../connector-suite.ts";
import { createRig } from "../../rig.ts";
import { NOW, weatherSource } from "./source.ts";

connectorSuite("open-meteo", (empty) => weatherSource({ empty: empty === "empty" }));

test("each issue about an hour is a fact of its own that no later one replaces", async () => {
  const source = await weatherSource();
  try {
    const rig = createRig(source);
    const issues = async () => {
      await rig.pull();
      const ahead = NOW + 30 * HOUR;
      return rig.sink
        .facts({ feed: "feed", stream: "forecasts" })
        .filter(({ measure, at }) => measure === "temperature" && at === ahead)
        .map(({ knownAt, value }) => `${knownAt} ${value}`)
        .sort();
    };
    const first = await issues();
    expect(first.length).toBeGreaterThan(0);
    source.clock.now += 13 * HOUR;
    const second = await issues();
    expect(second).toEqual(expect.arrayContaining(first));
    expect(second).toHaveLength(first.length + 1);
    source.clock.now += 25 * HOUR;
    expect(await issues()).toEqual(expect.arrayContaining(second));
  } finally {
    await source.close();
  }
});
