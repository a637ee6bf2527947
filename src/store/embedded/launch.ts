/** One child process, from its start to its end. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Start, toParent } from "./messages.ts";
import { refusalError } from "./refusal.ts";

export interface Launched {
  readonly process: ChildProcess;
  /** Resolves with the port once the child serves. Rejects, the child being gone, when it cannot. */
  readonly ready: Promise<number>;
  /** Resolves when the child has ended, whatever the reason. */
  readonly ended: Promise<Ending>;
  /** Asks the child to end in good order; kills it when it takes too long. Resolves when it has ended. */
  stop(): Promise<void>;
}

interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  /** The last lines it wrote, which is where the engine reports a crash. */
  readonly lastWords: readonly string[];
}

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));
const STOP_MS = 8_000;
const LINES_KEPT = 20;

export function launch(order: Start): Launched {
  // TRICKY: the thread count counts only if it is in the environment from the beginning. Nothing else is handed
  // on: the engine needs none of our environment, and its zone is UTC.
  const child = fork(CHILD, [String(process.pid)], {
    env: { UV_THREADPOOL_SIZE: "32", TZ: "UTC" },
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const lastWords: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    lastWords.push(...text.split("\n").filter(Boolean));
    lastWords.splice(0, Math.max(0, lastWords.length - LINES_KEPT));
  });
  const ended = new Promise<Ending>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal, lastWords }));
    child.on("error", (error) => {
      lastWords.push(error.message);
      if (child.pid === undefined) resolve({ code: null, signal: null, lastWords });
    });
  });
  const ready = new Promise<number>((resolve, reject) => {
    child.on("message", (value) => {
      const message = toParent(value);
      if (message?.kind === "ready") resolve(message.port);
      if (message?.kind !== "refused") return;
      child.kill("SIGKILL");
      const detail = [message.detail, ...lastWords].join("\n");
      ended.then(() => reject(refusalError({ ...message, detail }, order.folder)), reject);
    });
    ended.then(({ code, signal }) => {
      const detail = [signal ?? `exit ${code}`, ...lastWords].join("\n");
      setImmediate(() => reject(refusalError({ kind: "refused", why: "engine", detail }, order.folder)));
    }, reject);
  });
  child.send(order);
  return { process: child, ready, ended, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<Ending>): Promise<void> {
  const kill = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  if (child.connected) child.send({ kind: "stop" });
  await ended;
  clearTimeout(kill);
}
