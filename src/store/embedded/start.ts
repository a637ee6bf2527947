/** Starts the embedded engine in a child process and keeps it running: same port and same secret after each restart,
 *  so that clients simply connect again. */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { totalmem } from "node:os";
import { resolve } from "node:path";
import { type Launched, launch } from "./launch.ts";
import type { Start } from "./messages.ts";

/** What is logged, in the manner of pino. */
export interface EmbeddedLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

interface EmbeddedOptions {
  /** Data folder; made when absent. One process at a time. */
  readonly folder: string;
  readonly log: EmbeddedLog;
  /** Called each time the engine serves again after it died. */
  readonly onRestart?: () => void;
  /** Bytes that the engine may use; half of the machine's (or container's) memory if not given. */
  readonly memory?: number;
}

export interface EmbeddedStore {
  /** `http://127.0.0.1:<port>`, the same for the life of this object. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Process id of the child, undefined between its death and the next start. */
  pid(): number | undefined;
  /** Stops the engine; resolves when the folder is free. */
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
// A child that lived this long has earned a quick restart.
const STEADY_MS = 60_000;

/** Resolves when the engine answers.
 *  @throws ConfigError when the machine has no binary of the engine, or another process holds the folder;
 *  StoreError when the engine cannot open what is there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedStore> {
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const order: Start = {
    kind: "start",
    folder,
    port: 0,
    username: "beffroi",
    password: randomBytes(24).toString("base64url"),
    memory: Math.floor(options.memory ?? availableMemory() / 2),
  };
  const first = launch(order);
  const port = await first.ready;
  const keeper = keepUp(first, { ...order, port }, options);
  return {
    url: `http://127.0.0.1:${port}`,
    username: order.username,
    password: order.password,
    pid: keeper.pid,
    close: keeper.close,
  };
}

/** Restarts the child each time it dies, with growing pauses, until closed. */
function keepUp(
  first: Launched,
  order: Start,
  { log, onRestart }: EmbeddedOptions,
): { pid(): number | undefined; close(): Promise<void> } {
  let current: Launched | undefined = first;
  let serving = true;
  let closing = false;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;

  function watch(launched: Launched): void {
    const since = Date.now();
    void launched.ended.then((ending) => {
      serving = false;
      current = undefined;
      if (closing) return;
      if (Date.now() - since > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      log.warn({ ...ending, pauseMs }, "the embedded store ended; starting it again");
      timer = setTimeout(again, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
  }

  function again(): void {
    const launched = launch(order);
    current = launched;
    watch(launched);
    launched.ready.then(
      () => {
        serving = true;
        log.info({ pid: launched.process.pid }, "the embedded store is back");
        onRestart?.();
      },
      (error: unknown) => {
        if (!closing) log.error({ err: error }, "the embedded store does not start");
      },
    );
  }

  watch(first);
  return {
    pid: () => (serving ? current?.process.pid : undefined),
    close: async () => {
      closing = true;
      clearTimeout(timer);
      await current?.stop();
    },
  };
}

/** Bytes that this process may use at most; a container's limit if there is one. */
function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
