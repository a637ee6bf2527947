/** A real store for a test: the embedded engine in a folder of its own, or a database of its own on the server that
 *  BEFFROI_STORE names. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store, type StoreAddress } from "../../src/store/connect.ts";
import { type EmbeddedStore, startEmbedded } from "../../src/store/embedded/start.ts";
import { createDatabase, migrate } from "../../src/store/migrate.ts";

export interface TestEngine {
  /** A migrated store in a fresh database. */
  fresh(): Promise<{ store: Store; address: StoreAddress }>;
  readonly embedded: EmbeddedStore;
  /** Where it keeps its files. */
  readonly folder: string;
  close(): Promise<void>;
}

const quiet = { info() {}, warn() {}, error() {} };
let databases = 0;

export async function startEngine(): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-store-"));
  const embedded = await startEmbedded({ folder, log: quiet });
  const opened: Store[] = [];
  return {
    embedded,
    folder,
    async fresh() {
      const { url, username, password } = embedded;
      const address = { url, username, password, database: `t${process.pid}_${databases++}` };
      await createDatabase(address);
      const store = openStore(address);
      opened.push(store);
      await migrate(store);
      return { store, address };
    },
    async close() {
      await Promise.all(opened.map((store) => store.close()));
      await embedded.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
