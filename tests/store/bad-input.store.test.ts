/** Bad input through the whole way in: set aside with its reason or read rightly, the rest goes on, and nothing of it
 *  runs as SQL or reaches the store's files when it is personal. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openStore } from "../../src/store/connect.ts";
import { type EmbeddedStore, startEmbedded } from "../../src/store/embedded/start.ts";
import { createDatabase, migrate } from "../../src/store/migrate.ts";
import { readTerritory } from "../../src/territory/load.ts";
import { pullAll } from "../support/pull.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const PERSON = "jeanne.dupont@example.org";
let folder: string;
let engine: EmbeddedStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-bad-"));
  engine = await startEmbedded({ folder: join(folder, "data"), log: { info() {}, warn() {}, error() {} } });
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const TERRITORY = `
territory: { id: mauvais, name: { fr: Mauvaises entrées }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: CAC, publishes: true } ]
sites:
  - { id: alpha, name: { fr: Alpha }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: counter } }
feeds:
  - id: door
    site: alpha
    kind: counter
    connector: file
    every: PT1H
    options:
      path: "./drop/*.csv*"
      columns: { at: Horodatage, entries: Entrées, site: Lieu, gate: Porte }
      sites: { "Place d'Armes": alpha }
      step: PT15M
      separator: ";"
      dst: reject
      max_bad: 1
      stable_for: 0
  - id: kiosk
    site: alpha
    kind: kiosk
    connector: kiosk
    every: PT1H
    options: { path: "./drop/*.jsonl", stable_for: 0 }
`;

const HEAD = "Horodatage;Entrées;Lieu;Porte;Courriel";
const SQL = "DROP TABLE record; --";

test("each bad row is set aside with its reason, each odd row read rightly, and nothing runs as SQL", async () => {
  mkdirSync(join(folder, "drop"));
  const good = [
    `21/11/2026 10:00;5;Place d'Armes;Nord;${PERSON}`,
    `"21/11/2026 10:15";7;"Place d'Armes";"Nord\n\n${SQL}";x`,
    `2026-11-21T10:30:00+01:00;0;Place d'Armes;"'; ${SQL}";x`,
  ];
  const bad = [
    `21/11/2026 11:00;-3;Place d'Armes;Nord;x`,
    `31/02/2026 11:00;3;Place d'Armes;Nord;x`,
    `29/03/2026 02:30;3;Place d'Armes;Nord;x`,
    `25/10/2026 02:30;3;Place d'Armes;Nord;x`,
    `21/11/2026 11:15;trois;Place d'Armes;Nord;x`,
    `21/11/2026 11:30;3;Ailleurs;Nord;x`,
    `21/11/2027 11:30;3;Place d'Armes;Nord;x`,
    `;3;Place d'Armes;Nord;x`,
    `${"9".repeat(2 * 2 ** 20)};3;Place d'Armes;Nord;x`,
  ];
  const latin = Buffer.from(
    [HEAD, "21/11/2026 12:00;2;Place d'Armes;Entrée d'été;x", ""].join("\n"),
    "latin1",
  );
  writeFileSync(join(folder, "drop/a.csv"), [HEAD, good[0], ...bad, ...good.slice(1), ""].join("\r\n"));
  writeFileSync(join(folder, "drop/b.csv"), latin);
  writeFileSync(
    join(folder, "drop/c.csv.gz"),
    gzipSync([HEAD, "21/11/2026 13:00;4;Place d'Armes;Nord;x", ""].join("\n")),
  );
  const event = {
    v: 1,
    event_id: "e1",
    kiosk_id: "k1",
    session_id: "s1",
    ts: "2026-11-21T10:00:00+01:00",
    seq: 1,
  };
  writeFileSync(
    join(folder, "drop/kiosk.jsonl"),
    [
      JSON.stringify({ ...event, type: "session_start", lang: "en", email: PERSON }),
      "{ not json",
      "",
      '{"v":1}',
      "",
    ].join("\n"),
  );

  const { url, username, password } = engine;
  const address = { url, username, password, database: "bad_input" };
  await createDatabase(address);
  const store = openStore(address);
  try {
    await migrate(store);
    const tables = await store.rows(
      "tables",
      "select name from system.tables where database = 'bad_input' order by name",
    );
    const territory = readTerritory(TERRITORY, join(folder, "mauvais.yaml"), {});
    const runs = (await pullAll(store, territory, now)).sort((a, b) => a.feed.localeCompare(b.feed));
    expect(runs.map(({ feed, status, problem }) => ({ feed, status, problem }))).toEqual([
      { feed: "door", status: "done", problem: "" },
      { feed: "kiosk", status: "done", problem: "" },
    ]);
    expect(runs[0]?.counts.rejected).toEqual({
      negative: 1,
      bad_time: 2,
      nonexistent_time: 1,
      ambiguous_time: 1,
      bad_number: 1,
      unknown_site: 1,
      future: 1,
      too_long: 1,
    });
    expect(runs[0]?.counts.accepted).toBe(5);
    expect(runs[1]?.counts).toMatchObject({ accepted: 1, rejected: { malformed: 1, unknown_value: 1 } });

    const stored = await store.rows(
      "stored",
      "select value, gate from record final where feed = 'door' order by at",
    );
    expect(stored).toEqual([
      { value: 5, gate: "Nord" },
      { value: 7, gate: `Nord\n\n${SQL}` },
      { value: 0, gate: `'; ${SQL}` },
      { value: 2, gate: "Entrée d'été" },
      { value: 4, gate: "Nord" },
    ]);
    expect(
      await store.rows("tables", "select name from system.tables where database = 'bad_input' order by name"),
    ).toEqual(tables);
    const Position = z.array(z.object({ position: z.string(), reason: z.string() }));
    const set = Position.parse(
      await store.rows("q", "select position, reason from rejected_record final where feed = 'door'"),
    );
    expect(set.find((row) => row.reason === "negative")?.position).toMatch(/a\.csv.*3/);
    for (const { name } of z.array(z.object({ name: z.string() })).parse(tables)) {
      const [hits] = await store.rows(
        "search",
        "select countIf(position(toString(tuple(*)), 'dupont') > 0) as hits from {table: Identifier}",
        { table: name },
      );
      expect(hits, name).toEqual({ hits: 0 });
    }
  } finally {
    await store.close();
  }
});

test("no file of the store holds a word of the person whose address was in the input", async () => {
  await engine.close();
  const found = readdirSync(join(folder, "data"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes("dupont"));
  expect(found).toEqual([]);
});
