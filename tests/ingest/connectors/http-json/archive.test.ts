import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { PUBLIC_DATA } from "../../../support/public-data.ts";
import { connectorSuite } from "../../connector-suite.ts";
import { createRig } from "../../rig.ts";
import { archiveSource } from "./archive-source.ts";

connectorSuite("open-meteo-archive", (empty) => archiveSource({ empty: empty === "empty" }));

/** Published API descriptions stand beside the public counts. */
const file = resolve(PUBLIC_DATA, "../feeds/specs/open-meteo-historical.yml");
const why = existsSync(file) ? "" : " (skipped: no API descriptions beside the public data)";
const Description = z.object({
  paths: z.object({
    "/v1/archive": z.object({
      get: z.object({
        parameters: z.array(z.object({ name: z.string(), required: z.boolean().optional() })),
      }),
    }),
  }),
});

test.skipIf(why !== "")(`what is asked of the archive is what its description knows${why}`, async () => {
  const { parameters } = Description.parse(parse(readFileSync(file, "utf8"))).paths["/v1/archive"].get;
  const source = await archiveSource();
  try {
    await createRig(source).pull();
    expect(source.queries.length).toBeGreaterThan(0);
    for (const query of source.queries) {
      expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining([...query.keys()]));
      for (const { name, required } of parameters) if (required) expect(query.has(name)).toBe(true);
    }
  } finally {
    await source.close();
  }
});
