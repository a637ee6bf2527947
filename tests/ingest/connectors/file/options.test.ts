import { expect, test } from "vitest";
import { fileConnector } from "../../../../ingest/connectors/file/connector.ts";
import { openFeed } from "./pull.ts";

const faults = (options: unknown): string[] => {
  const checked = fileConnector.options.safeParse(options);
  return checked.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
};

const good = { path: "*.csv", columns: { at: "t", entries: "n" }, step: "PT15M" };

test("the form of the handbook is accepted as it stands", () => {
  expect(
    faults({
      path: "./drop/tank/*.csv",
      columns: { at: "Horodatage", entries: "Entrées", exits: "Sorties" },
      step: "PT15M",
      separator: ";",
    }),
  ).toEqual([]);
});

test("every option that does not go with the others is named with its remedy", () => {
  expect(faults({ ...good, path: undefined })).toEqual(["path: give one of path, url, sftp or ftp"]);
  expect(faults({ ...good, step: undefined })).toEqual(["step: say how long a row counts: P1D, PT1H, PT15M"]);
  expect(faults({ ...good, step: "PT7S" })[0]).toContain("P1D, PT1H or PT15M is expected");
  expect(faults({ ...good, timezone: "Europe/Cambrai" })[0]).toContain("IANA zone");
  expect(faults({ ...good, key: "id", closed: { zero: true } })).toEqual([
    "closed: a zero means closed with step P1D only",
    "columns.id: name the column that identifies a row",
  ]);
  expect(faults({ path: "*.csv", columns: { date: "d", quantity: "q" }, mode: "upsert" })[0]).toMatch(
    /^mode: rows without id/,
  );
  expect(faults({ path: "*.csv", columns: { date: "d" } })).toEqual([
    "columns: name entries, exits, value or quantity",
  ]);
  expect(faults({ ...good, columns: { ...good.columns, visitor_name: "Nom" } })[0]).toContain("visitor_name");
});

test("a site that the territory does not have stops the feed before it starts", () => {
  const columns = { ...good.columns, site: "s", gate: "g" };
  expect(() =>
    openFeed("/tmp", { ...good, columns, sites: { X: "nowhere" }, gates: { A: { site: "elsewhere" } } }),
  ).toThrow(/sites\[X\].*nowhere[\s\S]*gates\[A\].site.*elsewhere/);
});
