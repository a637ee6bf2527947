/** The child process: opens the data folder and serves it until the parent says stop or is gone. */
import { writeSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type Addon, loadAddon } from "./addon.ts";
import { writeConfiguration } from "./configuration.ts";
import { Engine } from "./engine.ts";
import { makeGateway } from "./gateway.ts";
import { folderHolder } from "./holder.ts";
import { type Ready, type Refused, type Start, toChild } from "./messages.ts";
import { startWatchdog } from "./watch.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

const LOCK_WAIT_MS = 5_000;
const LOCK_RETRY_MS = 200;
const GRACE_MS = 1_000;
const END_MS = 3_000;
const LONGEST_ADDRESS = 1_048_576;

interface Running {
  readonly server: Server;
  readonly engine: Engine;
  readonly workspace: Workspace;
}

let running: Running | undefined;

startWatchdog(Number(process.argv[2]));

process.on("message", (value) => {
  const message = toChild(value);
  if (message?.kind === "start") start(message).then(say, (error: unknown) => say(refusal("engine", error)));
  if (message?.kind === "stop") end();
});
// The channel closes when the parent ends, by kill -9 as well: the folder must not stay held.
process.on("disconnect", vanish);
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
process.on("exit", vanish);
process.on("SIGTERM", end);
// Ctrl-C in a terminal reaches parent and child alike; the parent decides.
process.on("SIGINT", () => undefined);

async function start(order: Start): Promise<Ready | Refused> {
  let addon: Addon;
  try {
    addon = loadAddon();
  } catch (error) {
    return refusal("platform", error);
  }
  const engine = await openWhenFree(addon, order);
  if ("kind" in engine) return engine;
  const server = createServer({
    maxHeaderSize: LONGEST_ADDRESS,
    requestTimeout: 0,
    keepAliveTimeout: 30_000,
  });
  running = { server, ...engine };
  server.on("request", makeGateway({ ...engine, credentials: order, onFatal: vanish }));
  try {
    const port = await listen(server, order.port);
    return { kind: "ready", port, version: engine.engine.version };
  } catch (error) {
    return refusal("port", error);
  }
}

/** A killed predecessor may take a moment to let go of the folder. */
async function openWhenFree(
  addon: Addon,
  order: Start,
): Promise<Refused | { readonly engine: Engine; readonly workspace: Workspace }> {
  const until = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    const holder = folderHolder(order.folder);
    if (holder === undefined) {
      const workspace = openWorkspace(order.folder);
      try {
        const args = writeConfiguration(workspace.folder, order.memory);
        const engine = await Engine.open(addon, order.folder, args, workspace);
        workspace.claim();
        return { engine, workspace };
      } catch (error) {
        workspace.remove();
        if (folderHolder(order.folder) === undefined) return refusal("engine", error);
      }
    }
    if (Date.now() > until) return { ...refusal("held", ""), ...(holder !== undefined && { holder }) };
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address && typeof address === "object") resolve(address.port);
      else reject(new Error("the server has no port"));
    });
  });
}

function refusal(why: Refused["why"], error: unknown): Refused {
  return { kind: "refused", why, detail: error instanceof Error ? error.message : String(error) };
}

function say(message: Ready | Refused): void {
  if (process.connected) process.send?.(message);
}

/** Requests that run may end within the grace; then they are cut off, which kills their queries. What has been
 *  answered is on disk whatever happens here. */
function end(): void {
  setTimeout(vanish, END_MS);
  if (!running) {
    vanish();
    return;
  }
  const { server, engine } = running;
  server.close(() => {
    engine.close();
    vanish();
  });
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE_MS);
}

// TRICKY: an orderly exit waits for the engine's threads, which may be deep in a query or wait for ever; a kill does
// not. Nothing may come between: an exception here would itself be an orderly exit.
function vanish(): void {
  try {
    running?.workspace.remove();
  } catch {
    // What is left in a temporary folder is less than a process that holds the data folder.
  } finally {
    process.kill(process.pid, "SIGKILL");
  }
}

/** A fault nobody caught: said on the way out, which the parent reads, and out the only way that is sure. */
function fail(error: unknown): void {
  try {
    writeSync(2, `${error instanceof Error ? error.stack : String(error)}\n`);
  } finally {
    vanish();
  }
}
