/** Digest against a real server: Apache's mod_auth_digest in front of a file with a counter's answer. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import { httpJsonConnector } from "../../../../ingest/connectors/http-json/connector.ts";
import { findProgram } from "../../../support/programs.ts";
import { createRig } from "../../rig.ts";

const APACHE = findProgram("apache2");
const MODULES = "/usr/lib/apache2/modules";
const installed = APACHE !== undefined && existsSync(`${MODULES}/mod_auth_digest.so`);
const why = installed ? "" : " (skipped: apache2-bin is not installed)";

describe.skipIf(!installed)(`Apache's Digest authentication${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-apache-"));
  let url = "";
  let apache: ReturnType<typeof spawn> | undefined;

  beforeAll(async () => {
    const free = await listen(() => undefined);
    url = free.url;
    await free.close();
    layOut(folder, Number(new URL(url).port));
    apache = spawn(APACHE ?? "apache2", ["-f", join(folder, "apache.conf"), "-D", "FOREGROUND"], {
      stdio: "ignore",
    });
    for (let tries = 0; tries < 50; tries += 1) {
      const up = await fetch(url).then(
        () => true,
        () => false,
      );
      if (up) return;
      await setTimeout(100);
    }
    throw new Error("apache2 does not answer");
  }, 20_000);
  afterAll(async () => {
    if (apache && apache.exitCode === null) {
      const ended = once(apache, "exit");
      apache.kill("SIGTERM");
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const rigWith = (password: string) =>
    createRig({
      connector: httpJsonConnector,
      options: { preset: "axis", url, user: "viewer", password, start: "2026-07-14" },
      clock: { now: Date.parse("2026-07-14T20:00:00Z") },
    });

  test("the right password reads the counter, with one refusal at the start", async () => {
    const rig = rigWith("circle of life");
    expect((await rig.pull()).map(({ status }) => status)).toEqual(["done"]);
    expect([...rig.sink.totals().values()]).toEqual([12, 3, 11]);
  });

  test("a wrong password stops the feed and is not shown", async () => {
    const [run] = await rigWith("s3cret").pull();
    expect(run).toMatchObject({ status: "unavailable" });
    expect(run?.problem).toMatch(/refused credentials: 401/);
    expect(run?.problem).not.toMatch(/s3cret/);
  });
});

function layOut(folder: string, port: number): void {
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "www/a3dpc/api/export"), { recursive: true });
  const data = [
    { start: "2026-07-14 10:00:00", end: "2026-07-14 11:00:00", in: 12, out: 3 },
    { start: "2026-07-14 11:00:00", end: "2026-07-14 12:00:00", in: 0, out: 11 },
  ];
  writeFileSync(join(folder, "www/a3dpc/api/export/json"), JSON.stringify({ data }));
  const account = createHash("md5").update("viewer:camera:circle of life").digest("hex");
  writeFileSync(join(folder, "accounts"), `viewer:camera:${account}\n`, { mode: 0o644 });
  const modules = ["mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_digest"];
  const lines = [
    ...modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
    `ServerName localhost`,
    `Listen 127.0.0.1:${port}`,
    `PidFile ${folder}/pid`,
    `ErrorLog ${folder}/errors`,
    `DefaultRuntimeDir ${folder}`,
    `DocumentRoot ${folder}/www`,
    ...(process.getuid?.() === 0 ? ["User www-data", "Group www-data"] : []),
    "StartServers 1",
    "<Location />",
    "  AuthType Digest",
    '  AuthName "camera"',
    "  AuthDigestProvider file",
    `  AuthUserFile ${folder}/accounts`,
    "  Require valid-user",
    "</Location>",
  ];
  writeFileSync(join(folder, "apache.conf"), `${lines.join("\n")}\n`);
}
