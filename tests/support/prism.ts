/** Prism as a process: it plays an API from its description and says what in a request is not as described. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { DESCRIPTIONS, PRISM_FOLDER } from "./prism-places.ts";

const CLI = join(PRISM_FOLDER, "node_modules/@stoplight/prism-cli/dist/index.js");

/** Why Prism cannot be asked, as the ending of a test's name; empty when it can. */
export const WHY_NO_PRISM = !existsSync(DESCRIPTIONS)
  ? " (skipped: no API descriptions beside the public data, set PUBLIC_DATA)"
  : existsSync(CLI)
    ? ""
    : " (skipped: Prism is not in .tools, ./run test fetches it)";

export interface Prism {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** @param description file below {@link DESCRIPTIONS} */
export async function startPrism(description: string): Promise<Prism> {
  const args = [CLI, "mock", "-h", "127.0.0.1", "-p", "0", join(DESCRIPTIONS, description)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const late = new AbortController();
  const url = await Promise.race([
    listening(child),
    setTimeout(25_000, undefined, { signal: late.signal }).catch(() => undefined),
  ]);
  late.abort();
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  if (url !== undefined) return { url, close };
  await close();
  throw new Error(`Prism does not play ${description}`);
}

/** Address that Prism prints once it listens; undefined when it ends before. Goes on reading, or Prism would wait. */
function listening({ stdout }: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    if (!stdout) return resolve(undefined);
    const lines = createInterface({ input: stdout });
    lines.on("line", (line) => {
      const found = /listening on (http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
    lines.on("close", () => resolve(undefined));
  });
}

/** Something that a request or an answer has and its description does not, as Prism tells in a header. */
export interface Violation {
  /** `request query longitude`, `response body 0 cancellation` */
  readonly place: string;
  readonly message: string;
}

export function violationsOf(headers: Headers): Violation[] {
  const told: unknown = JSON.parse(headers.get("sl-violations") ?? "[]");
  if (!Array.isArray(told)) return [];
  return told.map(({ location, message }) => ({ place: location.join(" "), message: String(message) }));
}
