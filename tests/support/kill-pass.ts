/** One pass of `beffroi ingest` in a process of its own, and its end, or that of the engine below it, by kill -9. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";

export interface Strike {
  readonly victim: "ingest" | "engine";
  /** Latest instant of a kill after the start of the victim, ms; 400 come on top. */
  readonly withinMs: number;
}

const MAIN = resolve(import.meta.dirname, "../../src/main.ts");

/** Starts a pass over the territory file `storm.yaml` of a folder, its data in `data` beside it. */
function startPass(folder: string): {
  child: ChildProcess;
  ended: Promise<{ code: number | null; output: string }>;
} {
  const args = ["ingest", "--once", "--config", join(folder, "storm.yaml"), "--data", join(folder, "data")];
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, BEFFROI_LOG: "error" },
  });
  let output = "";
  for (const out of [child.stdout, child.stderr]) {
    out.on("data", (bytes: Buffer) => {
      output = `${output}${bytes.toString()}`.slice(-4000);
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((done) => {
    child.once("close", (code) => done({ code, output }));
  });
  return { child, ended };
}

/** A pass that is struck at a random instant; true when the blow hit a living process. Over when the pass is.
 *  sooner: 1 = as told by the strike, less = that part of the time. */
export async function strikePass(
  folder: string,
  strike: Strike,
  random: () => number,
  sooner = 1,
): Promise<boolean> {
  const pass = startPass(folder);
  const delayMs = sooner * (400 + random() * strike.withinMs);
  const killed = await Promise.race([pass.ended.then(() => false), kill(pass.child, strike.victim, delayMs)]);
  // The engine's death is ridden out, or ends the pass; either way the next one goes on.
  await pass.ended;
  return killed;
}

/** A pass that nobody disturbs. @throws Error when it does not end well */
export async function cleanPass(folder: string): Promise<void> {
  const { code, output } = await startPass(folder).ended;
  if (code !== 0) throw new Error(`the clean pass ended with ${code}: ${output}`);
}

async function kill(child: ChildProcess, victim: Strike["victim"], delayMs: number): Promise<boolean> {
  // On a busy machine the engine may take seconds to be there.
  while (victim === "engine" && child.exitCode === null && engineOf(child.pid) === undefined) {
    await setTimeout(20);
  }
  await setTimeout(delayMs);
  const pid = victim === "ingest" ? child.pid : engineOf(child.pid);
  if (pid === undefined || child.exitCode !== null) return new Promise(() => undefined);
  process.kill(pid, "SIGKILL");
  return true;
}

/** The engine is the only child process of a pass. */
function engineOf(pid: number | undefined): number | undefined {
  try {
    const [first] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    return Number(first) || undefined;
  } catch {
    return undefined;
  }
}
