/** Against vsftpd itself, on loopback. */
import { chmodSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FeedUnavailable } from "../../../../src/domain/errors.ts";
import { type LoopbackServer, startFtp, WHY_NO_FTP } from "../../../support/loopback-server.ts";
import { NOW, openFeed } from "./pull.ts";

const text = (n: number): string => `at;n\n2026-07-14T10:00;${n}\n`;

describe.skipIf(WHY_NO_FTP !== "")(`a folder by FTP${WHY_NO_FTP}`, { timeout: 20_000 }, () => {
  let open: LoopbackServer;
  let secure: LoopbackServer;
  beforeAll(async () => {
    open = await startFtp(false);
    secure = await startFtp(true);
  }, 30_000);
  afterAll(async () => {
    await open.stop();
    await secure.stop();
  });

  function options(server: LoopbackServer, more: object = {}) {
    const access = { host: "127.0.0.1", port: server.port, user: "anonymous", password: "beffroi" };
    const ftp = { ...access, path: "/out/*.csv", ca_file: join(server.home, "cert.pem"), ...more };
    return { ftp, columns: { at: "at", entries: "n" }, step: "PT1H", stable_for: 0 };
  }

  function put(server: LoopbackServer, name: string, content: string, minutesAgo = 60): void {
    const path = join(server.folder, name);
    writeFileSync(path, content);
    chmodSync(path, 0o644);
    utimesSync(path, NOW / 1000 - minutesAgo * 60, NOW / 1000 - minutesAgo * 60);
  }

  test("files come through TLS, once each, and again when they have changed", async () => {
    put(secure, "a.csv", text(1));
    put(secure, "b é.csv", text(2), 50);
    put(secure, "c.csv.tmp", text(9));
    const feed = openFeed("/", options(secure));
    const first = await feed.pull();
    expect(first.error).toBeUndefined();
    expect(first.records.map((record) => record.value)).toEqual([1, 2]);
    expect((await feed.pull()).pages).toEqual([]);
    put(secure, "a.csv", text(7), 10);
    expect((await feed.pull()).records.map((record) => record.value)).toEqual([7]);
  });

  test("a certificate of nobody we trust and a server without TLS are refused before the password", async () => {
    const stranger = (await openFeed("/", options(secure, { ca_file: undefined })).pull()).error;
    expect(stranger).toBeInstanceOf(FeedUnavailable);
    expect(String(stranger)).toContain("invalid certificate");
    const plain = (await openFeed("/", options(open)).pull()).error;
    expect(plain).toBeInstanceOf(FeedUnavailable);
    expect(String(plain)).toContain("no TLS: 530");
  });

  test("plain FTP works where it is asked for; wrong credentials and folders are outages", async () => {
    put(open, "a.csv", text(3));
    const off = options(open, { tls: "off" });
    expect((await openFeed("/", off).pull()).records.map((record) => record.value)).toEqual([3]);
    const wrong = (await openFeed("/", options(open, { tls: "off", user: "nobody" })).pull()).error;
    expect(String(wrong)).toContain("refused credentials: 530");
    const nowhere = (await openFeed("/", options(open, { tls: "off", path: "/none/*.csv" })).pull()).error;
    expect(nowhere).toBeInstanceOf(FeedUnavailable);
    expect(String(nowhere)).toContain("no folder /none");
  });
});
