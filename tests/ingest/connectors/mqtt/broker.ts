/** A real Mosquitto on loopback, with its state on disk so that it can be stopped and started in the middle. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect as dial } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { connectAsync, type MqttClient } from "mqtt";
import { findProgram } from "../../../support/programs.ts";

const PROGRAM = findProgram("mosquitto");

/** Why tests with a broker are skipped, or false when they are not. */
export const NO_BROKER = PROGRAM === undefined;
if (NO_BROKER)
  console.warn("skipped: no mosquitto here (apt-get install mosquitto); the mqtt connector is not tried");

export interface Broker {
  readonly url: string;
  start(): Promise<void>;
  /** SIGTERM: the broker writes its sessions to disk and ends. */
  stop(): Promise<void>;
  /** Only this password opens it from now on; who is connected stays so. */
  setPassword(password: string): Promise<void>;
  /** A client that publishes under QoS 1, accepted by the broker before it resolves. */
  publisher(): Promise<MqttClient>;
  close(): Promise<void>;
}

/** @param settings further lines of the broker's configuration */
export async function createBroker(settings: readonly string[] = []): Promise<Broker> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-broker-"));
  const port = await freePort();
  const passwords = join(folder, "passwords");
  writeFileSync(passwords, "");
  const admit = (password: string) =>
    execFileSync(
      findProgram("mosquitto_passwd") ?? "mosquitto_passwd",
      ["-b", passwords, "counter", password],
      {
        stdio: "ignore",
      },
    );
  admit("s3cret-mqtt");
  const lines = [
    `listener ${port} 127.0.0.1`,
    "allow_anonymous false",
    `password_file ${passwords}`,
    "persistence true",
    `persistence_location ${folder}/`,
    "max_queued_messages 100000",
    "log_dest none",
    ...(process.getuid?.() === 0 ? ["user root"] : []),
    ...settings,
  ];
  const config = join(folder, "mosquitto.conf");
  writeFileSync(config, `${lines.join("\n")}\n`);
  const clients: MqttClient[] = [];
  let running: ChildProcess | undefined;

  const broker: Broker = {
    url: `mqtt://127.0.0.1:${port}`,
    async start() {
      running = spawn(PROGRAM ?? "mosquitto", ["-c", config], { stdio: "ignore" });
      for (let n = 0; n < 100 && !(await answers(port)); n++) await setTimeout(50);
    },
    async stop() {
      const child = running;
      running = undefined;
      if (!child || child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
    async setPassword(password) {
      admit(password);
      running?.kill("SIGHUP");
      await setTimeout(150);
    },
    async publisher() {
      const client = await connectAsync(broker.url, {
        username: "counter",
        password: "s3cret-mqtt",
        reconnectPeriod: 50,
        clean: false,
        clientId: `door-${clients.length}`,
      });
      client.on("error", () => undefined);
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.end(true);
      await broker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await broker.start();
  return broker;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function answers(port: number): Promise<boolean> {
  const socket = dial(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
