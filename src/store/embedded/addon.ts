/** The engine's native functions, loaded when first asked for (only ever in the child process).
 *  TRICKY: the package's own `Session` holds back every close until all native calls of the process are done, which
 *  leaks under load, and its results do not say how many rows were written; hence the functions beneath it. */
import { createRequire } from "node:module";
import { arch, platform } from "node:process";

/** An open connection; only the engine knows what is inside. */
export type Handle = object;

export interface ReadResult {
  readonly bytes: Uint8Array;
  /** Seconds. */
  readonly elapsed: number;
  readonly rowsRead: number;
  readonly bytesRead: number;
}

export interface WriteResult {
  /** Seconds. */
  readonly elapsed: number;
  /** Rows that reached tables, those written through materialised views included. */
  readonly rowsWritten: number;
  readonly bytesWritten: number;
}

/** Several statements may stand in one text, separated by `;`. Rejections carry the engine's message. */
export interface Addon {
  CreateConnection(folder: string, args: readonly string[]): Handle;
  /** TRICKY: nothing may be running on the connection, or the whole engine aborts. */
  CloseConnection(handle: Handle): void;
  /** `params` are texts as ClickHouse's HTTP takes them; giving any object forgets those of earlier calls. */
  QueryAsyncConnection(
    handle: Handle,
    sql: string,
    format: string,
    params: Readonly<Record<string, string>>,
  ): Promise<ReadResult>;
  /** Runs `sql` followed by `payload` and counts what was written. */
  InsertRawAsyncConnection(
    handle: Handle,
    sql: string,
    payload: Uint8Array,
    countLines: boolean,
  ): Promise<WriteResult>;
}

const PACKAGES: Readonly<Record<string, string>> = {
  "darwin-arm64": "@chdb/lib-darwin-arm64",
  "darwin-x64": "@chdb/lib-darwin-x64",
  "linux-arm64": "@chdb/lib-linux-arm64-gnu",
  "linux-x64": "@chdb/lib-linux-x64-gnu",
};

/** @throws Error when this machine has no binary of the engine, or it does not load. */
export function loadAddon(): Addon {
  const name = PACKAGES[`${platform}-${arch}`];
  if (!name) throw new Error(`the engine is not made for ${platform} on ${arch}`);
  const here = createRequire(import.meta.url);
  // The binary is a dependency of `chdb`, so it is looked up from there.
  return createRequire(here.resolve("chdb/package.json"))(name);
}
