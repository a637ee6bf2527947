/** Against OpenSSH itself, on loopback. */
import { appendFileSync, renameSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FeedChanged, FeedUnavailable } from "../../../../src/domain/errors.ts";
import { type LoopbackServer, startSftp, WHY_NO_SFTP } from "../../../support/loopback-server.ts";
import { NOW, openFeed } from "./pull.ts";
import { fingerprintOf } from "./sftp-source.ts";

const HEAD = "at;n\n";
const row = (hour: number, n: number): string => `2026-07-14T${hour}:00;${n}\n`;

describe.skipIf(WHY_NO_SFTP !== "")(`a folder by SFTP${WHY_NO_SFTP}`, { timeout: 20_000 }, () => {
  let server: LoopbackServer;
  beforeAll(async () => {
    server = await startSftp();
  });
  afterAll(() => server.stop());

  const fingerprint = () => fingerprintOf(server);

  function options(pattern: string, more: object = {}) {
    const { port, folder, home } = server;
    const access = { host: "127.0.0.1", port, user: userInfo().username, key_file: join(home, "client") };
    const sftp = { ...access, fingerprint: fingerprint(), path: `${folder}/${pattern}`, ...more };
    return { sftp, columns: { at: "at", entries: "n" }, step: "PT1H", stable_for: 0 };
  }

  function put(name: string, content: string | Uint8Array, minutesAgo = 60): void {
    writeFileSync(join(server.folder, name), content);
    utimesSync(join(server.folder, name), NOW / 1000 - minutesAgo * 60, NOW / 1000 - minutesAgo * 60);
  }

  test("new and changed files are read, others are not, links and unfinished names are left out", async () => {
    put("a1.csv", HEAD + row(10, 1));
    put("a2.csv.gz", gzipSync(HEAD + row(11, 2)), 50);
    put("a3.csv.part", HEAD + row(12, 9));
    put("b.csv", HEAD + row(13, 9));
    symlinkSync("/etc/passwd", join(server.folder, "a4.csv"));
    const feed = openFeed("/", options("a*"));
    const first = await feed.pull();
    expect(first.error).toBeUndefined();
    expect(first.records.map((record) => record.value)).toEqual([1, 2]);
    expect((await feed.pull()).pages).toEqual([]);
    put("a1.csv", HEAD + row(10, 7), 10);
    renameSync(join(server.folder, "a3.csv.part"), join(server.folder, "a3.csv"));
    expect((await feed.pull()).records.map((record) => record.value)).toEqual([9, 7]);
    put("a1.csv", HEAD + row(10, 7), 5);
    expect((await feed.pull()).pages).toEqual([]);
    expect(JSON.stringify(feed.cursor)).not.toContain(server.home);
  });

  test("a file that grows between two looks is left for the next pull", async () => {
    put("grows.csv", HEAD + row(10, 1));
    const feed = openFeed("/", { ...options("grows.csv"), stable_for: 1 });
    const timer = setInterval(() => appendFileSync(join(server.folder, "grows.csv"), row(11, 2)), 100);
    try {
      const pulled = await feed.pull();
      expect([pulled.pages, pulled.error]).toEqual([[], undefined]);
    } finally {
      clearInterval(timer);
    }
    put("grows.csv", HEAD + row(10, 1) + row(11, 2));
    expect((await feed.pull()).records.map((record) => record.value)).toEqual([1, 2]);
  });

  test("another host key is refused before anything is said, and the message shows it", async () => {
    put("k.csv", HEAD + row(10, 1));
    const other = `SHA256:${"A".repeat(43)}`;
    const { error, pages } = await openFeed("/", options("k.csv", { fingerprint: other })).pull();
    expect(pages).toEqual([]);
    expect(error).toBeInstanceOf(FeedChanged);
    expect(String(error)).toContain(`shows ${fingerprint()}`);
    const both = await openFeed("/", options("k.csv", { fingerprint: [other, fingerprint()] })).pull();
    expect(both.records).toHaveLength(1);
  });

  test("a key that the host does not know, a folder that is not there and a dead port are outages", async () => {
    const stranger = options("k.csv", { key_file: join(server.home, "stranger") });
    const refused = (await openFeed("/", stranger).pull()).error;
    expect(refused).toBeInstanceOf(FeedUnavailable);
    expect(String(refused)).toContain("refused credentials");
    const nowhere = (await openFeed("/", options("", { path: "/no/such/*.csv" })).pull()).error;
    expect(String(nowhere)).toContain("no folder /no/such at sftp://127.0.0.1");
    const dead = (await openFeed("/", options("k.csv", { port: 1 })).pull()).error;
    expect(dead).toBeInstanceOf(FeedUnavailable);
    expect(String(dead)).toContain("ECONNREFUSED");
  });

  test("a server that dies in the middle of a file delivers nothing of it, and the next pull reads it", async () => {
    const own = await startSftp();
    const large = HEAD + row(10, 1).repeat(2_000_000);
    writeFileSync(join(own.folder, "large.csv"), large);
    const before = server;
    server = own;
    const given = options("large.csv");
    const feed = openFeed("/", given);
    setTimeout(() => void own.stop(), 150);
    const pulled = await feed.pull();
    server = before;
    expect(pulled.pages).toEqual([]);
    expect(pulled.error).toBeInstanceOf(FeedUnavailable);
    expect(feed.cursor).toBeNull();
  });
});
