/** The store: ClickHouse through its HTTP interface, whether a server or the embedded engine. */
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { type ClickHouseClient, ClickHouseError, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { StoreError } from "../domain/errors.ts";

/** Where the store is and who asks. */
export interface StoreAddress {
  /** `http://host:8123`. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Own database of one territory. */
  readonly database: string;
}

/** An open store. Bound parameters only: no text of a person ever becomes SQL. */
export interface Store {
  readonly database: string;
  /** Runs a statement of `name` that returns nothing. @throws StoreError */
  command(name: string, sql: string, params?: Params, settings?: Settings): Promise<void>;
  /** Rows of a select as plain objects. @throws StoreError */
  rows(name: string, sql: string, params?: Params): Promise<unknown[]>;
  /** Streams bytes of a format into `insert into … format …`. @throws StoreError */
  insert(name: string, sql: string, bytes: Uint8Array, settings?: Settings): Promise<void>;
  close(): Promise<void>;
}

export type Param = string | number | bigint | boolean | readonly Param[];
export type Params = Readonly<Record<string, Param>>;
export type Settings = Readonly<Record<string, string | number>>;

/** Opens a store. Nothing is sent before the first statement. */
export function openStore(address: StoreAddress): Store {
  const client = createClient({
    url: address.url,
    username: address.username,
    password: address.password,
    database: address.database,
    application: "beffroi",
    // Faults come back as StoreError; the client need not print them as well.
    log: { level: ClickHouseLogLevel.OFF },
    request_timeout: 300_000,
    max_open_connections: 16,
    keep_alive: { enabled: true },
  });
  return storeOver(client, address.database);
}

function storeOver(client: ClickHouseClient, database: string): Store {
  return {
    database,
    command: (name, query, params = {}, settings = {}) =>
      named(name, async () => {
        await client.command({ query, query_params: { ...params }, clickhouse_settings: { ...settings } });
      }),
    rows: (name, query, params = {}) =>
      again(() =>
        named(name, async () => {
          const reply = await client.query({ query, query_params: { ...params }, format: "JSONEachRow" });
          return reply.json<unknown>();
        }),
      ),
    insert: (name, query, bytes, settings = {}) =>
      named(name, async () => {
        const reply = await client.exec({
          query,
          values: Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)], {
            objectMode: false,
          }),
          clickhouse_settings: { ...settings },
        });
        for await (const _ of reply.stream) void _;
      }),
    close: () => client.close(),
  };
}

/** Pauses before a read is sent again when the store did not answer: the embedded engine restarts in that time. */
const PAUSES_MS = [200, 800, 2000] as const;

/** Reads may be repeated freely; writes are repeated by their caller, who knows what is already stored. */
async function again<T>(read: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await read();
    } catch (cause) {
      if (!(cause instanceof StoreError) || cause.code !== undefined) throw cause;
      await setTimeout(pause);
    }
  }
  return read();
}

async function named<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof ClickHouseError) {
      throw new StoreError(
        name,
        `${cause.type ?? "error"} (code ${cause.code}): ${firstLine(cause.message)}`,
        {
          code: Number(cause.code),
          cause,
        },
      );
    }
    throw new StoreError(
      name,
      `the store cannot be reached (${cause instanceof Error ? cause.message : cause})`,
      {
        cause,
      },
    );
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.slice(0, 500) ?? "";
}
