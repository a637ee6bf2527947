/** Starts the embedded engine in a child process and keeps it running: same port and same secret after each restart,
 *  so that clients simply connect again. */
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { totalmem } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Refused, type Start, toParent } from "./messages.ts";
import { refusalError } from "./refusal.ts";

/** What is logged, in the manner of pino. */
export interface EmbeddedLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface EmbeddedOptions {
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

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
// A child that lived this long has earned a quick restart.
const STEADY_MS = 60_000;
const STOP_MS = 8_000;
const LINES_KEPT = 20;

/** Resolves when the engine answers.
 *  @throws ConfigError when the machine has no binary of the engine, or another process holds the folder. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedStore> {
  const { log } = options;
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const order: Start = {
    kind: "start",
    folder,
    port: 0,
    username: "beffroi",
    password: randomBytes(24).toString("base64url"),
    memory: Math.floor(options.memory ?? Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2),
  };
  let closing = false;
  let child: ChildProcess | undefined;
  let pause = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;

  const first = await launch(order);
  const { port } = first;
  keepUp(first.child);

  function keepUp(started: ChildProcess): void {
    child = started;
    const since = Date.now();
    started.once("exit", (code, signal) => {
      child = undefined;
      if (closing) return;
      if (Date.now() - since > STEADY_MS) pause = FIRST_PAUSE_MS;
      log.warn({ code, signal, pauseMs: pause }, "the embedded store died; starting it again");
      again();
    });
  }

  function again(): void {
    timer = setTimeout(() => {
      launch({ ...order, port }).then(
        (next) => {
          if (closing) return next.child.kill("SIGKILL");
          keepUp(next.child);
          log.info({ pid: next.child.pid }, "the embedded store is back");
          options.onRestart?.();
          return true;
        },
        (error: unknown) => {
          if (closing) return;
          log.error({ err: error, pauseMs: pause }, "the embedded store does not start; trying again");
          again();
        },
      );
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  async function launch(start: Start): Promise<{ readonly child: ChildProcess; readonly port: number }> {
    // TRICKY: the thread count counts only if it is in the environment from the beginning. Nothing else is handed
    // on: the engine reads no environment of ours, and its zone is UTC.
    const started = fork(CHILD, [], {
      env: { UV_THREADPOOL_SIZE: "32", TZ: "UTC" },
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const lines: string[] = [];
    started.stderr?.setEncoding("utf8").on("data", (text: string) => {
      lines.push(...text.split("\n").filter(Boolean));
      lines.splice(0, Math.max(0, lines.length - LINES_KEPT));
    });
    return new Promise((done, fail) => {
      started.once("error", fail);
      started.once("exit", (code, signal) => {
        const refused: Refused = {
          kind: "refused",
          why: "engine",
          detail: `${signal ?? `exit ${code}`}\n${lines.join("\n")}`,
        };
        fail(refusalError(refused, folder));
      });
      started.on("message", (value) => {
        const message = toParent(value);
        if (message?.kind === "ready") done({ child: started, port: message.port });
        if (message?.kind !== "refused") return;
        fail(refusalError({ ...message, detail: [message.detail, ...lines].join("\n") }, folder));
        started.kill("SIGKILL");
      });
      started.send(start);
    });
  }

  return {
    url: `http://127.0.0.1:${port}`,
    username: order.username,
    password: order.password,
    pid: () => child?.pid,
    close: async () => {
      closing = true;
      clearTimeout(timer);
      const last = child;
      if (!last || last.exitCode !== null || last.signalCode !== null) return;
      await new Promise<void>((ended) => {
        const kill = setTimeout(() => last.kill("SIGKILL"), STOP_MS);
        last.once("exit", () => {
          clearTimeout(kill);
          ended();
        });
        if (last.connected) last.send({ kind: "stop" });
      });
    },
  };
}
