import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { territoryJsonSchema } from "../../src/territory/schema.ts";

test("territories/schema.json is current (node scripts/territory-schema.ts writes it)", () => {
  const written: unknown = JSON.parse(
    readFileSync(new URL("../../territories/schema.json", import.meta.url), "utf8"),
  );
  expect(written).toEqual(territoryJsonSchema());
});
