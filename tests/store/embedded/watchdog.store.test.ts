import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";

const CHILD = join(import.meta.dirname, "../../support/stuck-child.ts");

/** True while the process is there and not a zombie. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("a child whose main thread is stuck ends all the same when its parent is killed", async () => {
  const script = `require("node:child_process").spawn(process.execPath, [${JSON.stringify(CHILD)}], { stdio: ["ignore", "inherit", "inherit"] });
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.once("data", (text: Buffer) => resolve(Number(text.toString())));
  });
  expect(lives(pid)).toBe(true);
  parent.kill("SIGKILL");
  for (let i = 0; i < 50 && lives(pid); i++) await setTimeout(100);
  expect(lives(pid)).toBe(false);
});
