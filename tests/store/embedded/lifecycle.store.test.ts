/** Starting, dying and ending: one process per folder, nothing left behind, the same address after a crash. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@clickhouse/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ConfigError } from "../../../src/domain/errors.ts";
import { type EmbeddedStore, startEmbedded } from "../../../src/store/embedded/start.ts";
import { eventually, silent } from "./support.ts";

let folder: string;
const open: EmbeddedStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-life-"));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(onRestart?: () => void): Promise<EmbeddedStore> {
  const store = await startEmbedded({
    folder,
    log: silent,
    memory: 2 ** 31,
    ...(onRestart && { onRestart }),
  });
  open.push(store);
  return store;
}

async function ask(store: EmbeddedStore, query: string): Promise<string> {
  const { url, username, password } = store;
  const client = createClient({ url, username, password, log: { level: 127 } });
  try {
    const result = await client.exec({ query });
    return Buffer.concat(await result.stream.toArray()).toString();
  } finally {
    await client.close();
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const workspaces = (pid: number): string[] =>
  readdirSync(memory).filter((name) => name.startsWith("beffroi-") && name.endsWith(`-${pid}`));

test("what was written is there after closing and opening again", async () => {
  const first = await start();
  await ask(first, "create table default.t (a UInt8) engine = MergeTree order by a");
  await ask(first, "insert into default.t values (7)");
  await first.close();
  expect(await ask(await start(), "select a from default.t")).toBe("7\n");
});

test("a second start on the folder names the process that holds it", async () => {
  const first = await start();
  const second = startEmbedded({ folder, log: silent });
  await expect(second).rejects.toThrow(ConfigError);
  await expect(second).rejects.toThrow(new RegExp(`${folder}: in use by process ${first.pid()}: stop it`));
  expect(await ask(first, "select 1")).toBe("1\n");
});

test("a status file left by a kill, naming a process that lives, is no obstacle", async () => {
  writeFileSync(
    join(folder, "status"),
    `PID: ${process.pid}\nStarted at: 2026-01-01 00:00:00\nRevision: 1\n`,
  );
  expect(await ask(await start(), "select 1")).toBe("1\n");
});

test("a killed child comes back at the same address with the same secret and data", async () => {
  let restarts = 0;
  const pids: number[] = [];
  const store = await start(() => restarts++);
  await ask(
    store,
    "create table default.t (a UInt8) engine = MergeTree order by a settings fsync_after_insert = 1",
  );
  await ask(store, "insert into default.t values (7)");
  for (let n = 1; n <= 3; n++) {
    const pid = store.pid();
    if (pid) {
      pids.push(pid);
      process.kill(pid, "SIGKILL");
    }
    await eventually(() => restarts === n, 20_000);
    expect(store.pid()).not.toBe(pid);
    expect(await ask(store, "select a from default.t")).toBe("7\n");
  }
  expect(pids.flatMap(workspaces)).toEqual([]);
});

test("of several that start on one folder at the same moment, one gets it whole", async () => {
  const all = await Promise.allSettled(Array.from({ length: 3 }, () => start()));
  const [winner, ...others] = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(others).toEqual([]);
  expect(winner && (await ask(winner, "select 1"))).toBe("1\n");
});

test("a parent killed with -9 leaves no orphan, even one that computes, and the folder opens again", async () => {
  const module = new URL("../../../src/store/embedded/start.ts", import.meta.url).href;
  const script = `import { startEmbedded } from ${JSON.stringify(module)};
    const log = { info() {}, warn() {}, error() {} };
    const store = await startEmbedded({ folder: ${JSON.stringify(folder)}, log, memory: 2 ** 31 });
    const auth = "Basic " + btoa(store.username + ":" + store.password);
    const body = "select count() from numbers(300000000000) where not ignore(number)";
    fetch(store.url, { method: "POST", headers: { authorization: auth }, body }).catch(() => {});
    setTimeout(() => console.log(store.pid()), 300);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const child = Number(
    await new Promise<string>((resolve) => parent.stdout.once("data", (data) => resolve(String(data)))),
  );
  expect(alive(child)).toBe(true);
  parent.kill("SIGKILL");
  expect(await ask(await start(), "select 1")).toBe("1\n");
  await eventually(() => !alive(child), 5_000);
});

test("closing ends the child and clears its workspace, whatever is running", async () => {
  const store = await start();
  const pid = store.pid() ?? 0;
  const running = ask(store, "select count() from numbers(300000000000) where not ignore(number)").catch(
    () => "ended",
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  await store.close();
  expect(alive(pid)).toBe(false);
  expect(await running).toBe("ended");
  expect(workspaces(pid)).toEqual([]);
});
