/** Brings the schema up to date: sql/migrations in order, each once, checksums kept, edited files refused. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { z } from "zod";
import { ConfigError } from "../domain/errors.ts";
import { openStore, type Store, type StoreAddress } from "./connect.ts";
import { sqlFile, statements } from "./sql.ts";

export interface Migration {
  /** File name without ending, `0001_record`. */
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** The migrations of this release, in order. */
export function listMigrations(): Migration[] {
  return readdirSync(new URL("../../sql/migrations/", import.meta.url))
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const name = file.replace(/\.sql$/, "");
      const text = sqlFile(`migrations/${name}`);
      return {
        name,
        checksum: createHash("sha256").update(text).digest("hex"),
        statements: statements(text),
      };
    });
}

const Applied = z.array(z.object({ name: z.string(), checksum: z.string() }));

/** Creates the territory's own database when it is not there yet. */
export async function createDatabase(address: StoreAddress): Promise<void> {
  const server = openStore({ ...address, database: "default" });
  try {
    await server.command("create_database", "create database if not exists {database: Identifier}", {
      database: address.database,
    });
  } finally {
    await server.close();
  }
}

/** What `migrate` would do, in order. @throws ConfigError when an applied migration was edited since. */
export async function planMigrations(store: Store, migrations = listMigrations()): Promise<Migration[]> {
  await store.command(
    "create_migration",
    `create table if not exists migration (name String, checksum String, applied_at DateTime('UTC') default now('UTC'))
     engine = ReplacingMergeTree order by name`,
  );
  const applied = new Map(
    Applied.parse(await store.rows("list_migration", "select name, checksum from migration final")).map(
      (row) => [row.name, row.checksum],
    ),
  );
  const edited = migrations.filter((m) => applied.has(m.name) && applied.get(m.name) !== m.checksum);
  if (edited.length > 0) {
    throw new ConfigError(
      edited.map((m) => ({
        file: `sql/migrations/${m.name}.sql`,
        path: "",
        value: "changed after it was applied",
        remedy: "restore the file as it was and put the change into a new migration",
      })),
    );
  }
  return migrations.filter((m) => !applied.has(m.name));
}

/** Applies what is missing. Every statement may be repeated, so a crash half-way is mended by the next start.
 *  Returns the names applied. */
export async function migrate(store: Store, migrations = listMigrations()): Promise<string[]> {
  const plan = await planMigrations(store, migrations);
  for (const migration of plan) {
    for (const statement of migration.statements) await store.command(migration.name, statement);
    await store.command(
      "record_migration",
      "insert into migration (name, checksum) values ({name: String}, {checksum: String})",
      { name: migration.name, checksum: migration.checksum },
    );
  }
  return plan.map((m) => m.name);
}
