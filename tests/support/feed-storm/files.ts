/** Files: a counter's days by SFTP from a real sshd (from a folder where there is none), and kiosks' events. */
import { mkdirSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { fingerprintOf } from "../../ingest/connectors/file/sftp-source.ts";
import { startSftp, WHY_NO_SFTP } from "../loopback-server.ts";
import { Agenda, count, DAY, HOUR, type StormSource, type World } from "./source.ts";
import { startWire } from "./wire.ts";

const iso = (at: number) => new Date(at).toISOString();

/** A file appears whole, dated by the storm's clock. */
function put(folder: string, name: string, lines: readonly string[], at: number): void {
  const part = join(folder, `.${name}.part`);
  writeFileSync(part, `${lines.join("\n")}\n`);
  utimesSync(part, at / 1000, at / 1000);
  renameSync(part, join(folder, name));
}

/** A file a day that grows four times, and is sent again with other counts days later. */
export async function sftpSource(id: string, world: World): Promise<StormSource> {
  const server = WHY_NO_SFTP === "" ? await startSftp() : undefined;
  const wire = server ? await startWire(server.port) : undefined;
  const folder = server?.folder ?? join(world.folder, id);
  mkdirSync(folder, { recursive: true });
  const { random } = world;
  const counts = new Map<number, number>();
  const agenda = new Agenda();
  const leave = (day: number, at: number) => {
    const hours = [...counts].filter(([hour]) => hour >= day && hour < day + DAY);
    const rows = hours.map(([hour, people]) => `${iso(hour).slice(0, 19)};${people}`);
    put(folder, `day-${iso(day).slice(0, 10)}.csv`, ["at;n", ...rows], at);
  };
  agenda.every(world.from + HOUR, HOUR, (now) => {
    const at = now - HOUR;
    counts.set(at, Math.floor(random() * 50));
    const day = Math.floor(at / DAY) * DAY;
    if (now % (6 * HOUR) === 0) leave(day, now);
    if (random() < 0.02)
      agenda.add(now + Math.floor(random() * 9 * DAY), (later) => {
        counts.set(at, 50 + Math.floor(random() * 50));
        leave(day, later);
      });
  });
  const live = () => agenda.runTo(world.now());
  const access = server && {
    ...{ host: "127.0.0.1", port: wire?.port, user: userInfo().username, path: `${folder}/day-*.csv` },
    ...{ key_file: join(server.home, "client"), fingerprint: fingerprintOf(server) },
  };
  return {
    ...{ id, kind: "counter", connector: "file", live, ...(wire ? { wire } : {}) },
    options: {
      ...(access ? { sftp: access } : { path: `${folder}/day-*.csv` }),
      ...{ columns: { at: "at", entries: "n" }, step: "PT1H", timezone: "UTC", stable_for: 0 },
    },
    async settle() {
      live();
      const now = world.now();
      leave(Math.floor((now - 1) / DAY) * DAY, now);
      leave(Math.floor((now - 1) / DAY) * DAY - DAY, now);
    },
    expected() {
      const sums = new Map<string, number>();
      for (const [at, people] of counts) count(sums, "entries", at, people);
      return sums;
    },
    async close() {
      await wire?.close();
      await server?.stop();
    },
  };
}

/** Events of two terminals, a file a day; some come once more the day after. */
export async function kioskSource(id: string, world: World): Promise<StormSource> {
  const folder = join(world.folder, id);
  mkdirSync(folder, { recursive: true });
  const { random } = world;
  const days = new Map<number, string[]>();
  const sums = new Map<string, number>();
  const agenda = new Agenda();
  let events = 0;
  const write = (at: number, line: string) => {
    const day = Math.floor(at / DAY) * DAY;
    const lines = [...(days.get(day) ?? []), line];
    days.set(day, lines);
    put(folder, `kiosk-${iso(day).slice(0, 10)}.jsonl`, lines, at);
  };
  agenda.every(world.from + HOUR, 2 * HOUR, (now) => {
    const type = random() < 0.5 ? "session_start" : "view";
    const event_id = `e${events++}`;
    const who = { v: 1, event_id, kiosk_id: random() < 0.5 ? "k-1" : "k-2", session_id: "s1", ts: iso(now) };
    const line = JSON.stringify({ ...who, seq: 1, type, screen: "plan", lang: "fr" });
    count(sums, type === "view" ? "kiosk_views" : "kiosk_sessions", now);
    write(now, line);
    if (random() < 0.1) agenda.add(now + DAY, (later) => write(later, line));
  });
  const live = () => agenda.runTo(world.now());
  return {
    ...{ id, kind: "kiosk", connector: "kiosk", live, expected: () => sums },
    options: { path: `${folder}/kiosk-*.jsonl`, stable_for: 0 },
    settle: async () => live(),
    close: async () => undefined,
  };
}
