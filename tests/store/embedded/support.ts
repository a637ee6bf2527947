/** A started store for the tests of this folder, its client, and bare HTTP for what the client does not show. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { type EmbeddedLog, type EmbeddedStore, startEmbedded } from "../../../src/store/embedded/start.ts";

export const silent: EmbeddedLog = { info: () => {}, warn: () => {}, error: () => {} };

export interface Started {
  readonly store: EmbeddedStore;
  readonly folder: string;
  client(options?: object): ClickHouseClient;
  /** One request with the right credentials; `path` begins with `/`. */
  send(path: string, init?: RequestInit & { duplex?: "half" }): Promise<Response>;
  stop(): Promise<void>;
}

export async function startStore(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-embedded-"));
  const store = await startEmbedded({ folder, log: silent, memory: 4 * 2 ** 30 });
  const clients: ClickHouseClient[] = [];
  const authorization = `Basic ${Buffer.from(`${store.username}:${store.password}`).toString("base64")}`;
  return {
    store,
    folder,
    client: (options = {}) => {
      const client = createClient({
        url: store.url,
        username: store.username,
        password: store.password,
        log: { level: ClickHouseLogLevel.OFF },
        ...options,
      });
      clients.push(client);
      return client;
    },
    send: (path, init = {}) =>
      fetch(store.url + path, { method: "POST", ...init, headers: { authorization, ...init.headers } }),
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Polls until `check` holds. @throws Error after `withinMs`. */
export async function eventually(check: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const until = Date.now() + withinMs;
  while (!(await check())) {
    if (Date.now() > until) throw new Error(`not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
