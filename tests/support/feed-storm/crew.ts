/** The processes of the storm, which are started again each time they die. */
import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";

const PROGRAM = resolve(import.meta.dirname, "process.ts");

export interface Member {
  readonly name: string;
  /** kill -9; it is started again after a pause. */
  kill(pauseMs: number): void;
  /** Stopped for longer than its lease lives, then goes on as if nothing had been. */
  freeze(forMs: number): void;
  /** Undefined while it is dead or frozen. */
  pid(): number | undefined;
  /** Last lines that it wrote. */
  said(): string;
  end(): Promise<void>;
}

/** @param args of process.ts */
export function startMember(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Member {
  let child: ChildProcess;
  let output = "";
  let pauseMs = 500;
  let frozen = false;
  let ending = false;
  let over: Promise<void>;
  const start = () => {
    child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "pipe", "pipe"], env });
    for (const out of [child.stdout, child.stderr])
      out?.on("data", (bytes: Buffer) => {
        output = `${output}${bytes.toString()}`.slice(-6000);
      });
    over = new Promise((done) => child.once("close", () => done()));
    void over.then(async () => {
      if (ending) return;
      await setTimeout(pauseMs);
      pauseMs = 500;
      if (!ending) start();
    });
  };
  start();
  process.once("exit", () => child.kill("SIGKILL"));
  const alive = () => !frozen && child.exitCode === null && child.signalCode === null;
  return {
    name,
    kill(pause) {
      if (!alive()) return;
      pauseMs = pause;
      child.kill("SIGKILL");
    },
    freeze(forMs) {
      if (!alive()) return;
      const victim = child;
      frozen = true;
      victim.kill("SIGSTOP");
      void setTimeout(forMs).then(() => {
        victim.kill("SIGCONT");
        frozen = false;
      });
    },
    pid: () => (alive() ? child.pid : undefined),
    said: () => output,
    async end() {
      ending = true;
      child.kill("SIGCONT");
      child.kill("SIGTERM");
      await Promise.race([over, setTimeout(15_000, undefined, { ref: false })]);
      child.kill("SIGKILL");
    },
  };
}
