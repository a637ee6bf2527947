/** A real sshd with six weeks of files, a week each, for the common suite. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { fileConnector } from "../../../../ingest/connectors/file/connector.ts";
import { HOUR, toIso } from "../../../../src/domain/time.ts";
import type { LoopbackServer } from "../../../support/loopback-server.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const WEEK = 7 * 24 * HOUR;
const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-09-22T00:00:00Z");

/** Fingerprint of the host's key, as an office has it from its supplier. */
export function fingerprintOf({ home }: Pick<LoopbackServer, "home">): string {
  const [, key = ""] = readFileSync(join(home, "host.pub"), "utf8").split(" ");
  return `SHA256:${createHash("sha256").update(Buffer.from(key, "base64")).digest("base64").replace("=", "")}`;
}

/** Tickets: a row may be cancelled, and one of a file sent again is the same row. */
export function sftpSource(server: LoopbackServer, given: { readonly empty: boolean }): Source {
  const folder = join(server.folder, "tickets");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const clock = { now: NOW };
  const sold = new Map<number, { at: number; people: number; state: string }>();
  const leave = (week: number): void => {
    const rows = [...sold].filter(([, { at }]) => at >= week && at < week + WEEK);
    const lines = rows.map(
      ([id, { at, people, state }]) => `T${id};${toIso(at)};${people};${state};Anna Dupont;anna@example.org`,
    );
    const name = join(folder, `week-${toIso(week).slice(0, 10)}.csv`);
    writeFileSync(`${name}.part`, `${["Billet;Visite;Quantité;État;Nom;Courriel", ...lines].join("\n")}\n`);
    utimesSync(`${name}.part`, clock.now / 1000 - 300, clock.now / 1000 - 300);
    renameSync(`${name}.part`, name);
  };
  const sell = (at: number): void => {
    sold.set(sold.size + 1, { at, people: 1 + (sold.size % 4), state: "vendu" });
  };
  const weekOf = (at: number) => FIRST + Math.floor((at - FIRST) / WEEK) * WEEK;
  if (!given.empty)
    for (let week = FIRST; week < NOW; week += WEEK) {
      for (let at = week; at < Math.min(week + WEEK, NOW - HOUR); at += HOUR) sell(at);
      leave(week);
    }
  const access = {
    ...{
      host: "127.0.0.1",
      port: server.port,
      user: userInfo().username,
      key_file: join(server.home, "client"),
    },
    ...{ fingerprint: fingerprintOf(server), path: `${folder}/week-*.csv` },
  };
  return {
    connector: fileConnector,
    options: {
      sftp: access,
      columns: { id: "Billet", at: "Visite", quantity: "Quantité", status: "État" },
      cancellation: { status: ["annulé"] },
      stable_for: 0,
    },
    clock,
    faults: new Faults(),
    requests: 1,
    tainted: ["Anna", "Dupont", "@example.org"],
    expected() {
      const sums = new Map<string, number>();
      for (const { at, people, state } of sold.values())
        if (state === "vendu") sums.set(totalName({ measure: "tickets", at, site: "tank-1917" }), people);
      return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
    },
    add() {
      clock.now += 2 * HOUR;
      sell(clock.now - HOUR);
      leave(weekOf(clock.now));
    },
    late() {
      clock.now += HOUR;
      sell(NOW - 9 * 24 * HOUR + 60_000);
      leave(weekOf(NOW - 9 * 24 * HOUR));
    },
    cancel() {
      clock.now += HOUR;
      const ticket = sold.get(100);
      if (ticket) ticket.state = "annulé";
      leave(weekOf(ticket?.at ?? NOW));
    },
    shift: () => undefined,
    setExpired: (expired) => {
      const keys = join(server.home, "client.pub");
      const other = readFileSync(join(server.home, "stranger.pub"), "utf8");
      if (expired) renameSync(keys, `${keys}.kept`);
      else renameSync(`${keys}.kept`, keys);
      if (expired) writeFileSync(keys, other);
    },
    close: async () => undefined,
  };
}
