/** Several real `beffroi work` processes on one store, and a source that says who reads from it and when. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { StoreAddress } from "../../src/store/connect.ts";

const MAIN = resolve(import.meta.dirname, "../../src/main.ts");

export interface Worker {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  /** Last lines that it wrote. */
  said(): string;
}

/** A worker on the territory file of a folder. */
export function startWorker(folder: string, { url, username, password }: StoreAddress): Worker {
  const store = new URL(url);
  store.username = username;
  store.password = password;
  const child = spawn(process.execPath, [MAIN, "work", "--config", join(folder, "territory.yaml")], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, BEFFROI_STORE: store.href, BEFFROI_LOG: "warn" },
  });
  let output = "";
  for (const out of [child.stdout, child.stderr]) {
    out.on("data", (bytes: Buffer) => {
      output = `${output}${bytes.toString()}`.slice(-4000);
    });
  }
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  return { child, ended, said: () => output };
}

export interface SlowSource {
  readonly url: string;
  /** Requests so far, by path. */
  readonly began: ReadonlyMap<string, number>;
  /** Most requests under way together, by path. */
  readonly together: ReadonlyMap<string, number>;
  /** Replies that went out whole, by path. */
  readonly whole: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Serves the same text at every path, half of it at once and the rest after a pause. */
export async function startSlowSource(text: string, pauseMs: number): Promise<SlowSource> {
  const began = new Map<string, number>();
  const together = new Map<string, number>();
  const whole = new Map<string, number>();
  const open = new Map<string, number>();
  const add = (counts: Map<string, number>, path: string, n: number) => {
    counts.set(path, (counts.get(path) ?? 0) + n);
    return counts.get(path) ?? 0;
  };
  const server: Server = createServer(async (req, res) => {
    const path = req.url ?? "";
    add(began, path, 1);
    together.set(path, Math.max(together.get(path) ?? 0, add(open, path, 1)));
    res.once("close", () => add(open, path, -1));
    res.writeHead(200, { "Content-Type": "text/csv" });
    res.write(text.slice(0, text.length / 2));
    await setTimeout(pauseMs);
    res.end(text.slice(text.length / 2), () => add(whole, path, 1));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    began,
    together,
    whole,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Waits until it is so.  @throws Error when it is not after `withinMs` */
export async function until(
  what: string,
  withinMs: number,
  so: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${withinMs} ms`);
    await setTimeout(100);
  }
}
