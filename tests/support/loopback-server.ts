/** Real servers on loopback, each with its own configuration in a private folder, ended by the process that began it. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findProgram } from "./programs.ts";

const SSHD = findProgram("sshd");
const VSFTPD = findProgram("vsftpd");
const asRoot = process.getuid?.() === 0;

/** Why a server cannot be run here; empty when it can. Debian: `apt-get install openssh-server vsftpd openssl`. */
export const WHY_NO_SFTP = SSHD ? "" : " (skipped: no sshd here, install openssh-server)";
export const WHY_NO_FTP = !VSFTPD
  ? " (skipped: no vsftpd here, install it)"
  : asRoot
    ? ""
    : " (skipped: vsftpd needs root)";

export interface LoopbackServer {
  readonly port: number;
  /** Folder that it shows. */
  readonly folder: string;
  /** Folder of its keys and settings. */
  readonly home: string;
  stop(): Promise<void>;
}

/** OpenSSH with SFTP alone, for the user of this process. Its host key is `home/host.pub`, ours `home/client`. */
export async function startSftp(): Promise<LoopbackServer> {
  const home = mkdtempSync(join(tmpdir(), "beffroi-sftp-"));
  const folder = join(home, "out");
  mkdirSync(folder);
  for (const name of ["host", "client", "stranger"])
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(home, name)]);
  if (asRoot) mkdirSync("/run/sshd", { recursive: true });
  const port = await freePort();
  const lines = [
    `ListenAddress 127.0.0.1:${port}`,
    `HostKey ${join(home, "host")}`,
    `AuthorizedKeysFile ${join(home, "client.pub")}`,
    `PidFile none`,
    "StrictModes no",
    "UsePAM no",
    "PasswordAuthentication no",
    "PermitRootLogin prohibit-password",
    "Subsystem sftp internal-sftp",
    "ForceCommand internal-sftp",
  ];
  writeFileSync(join(home, "config"), `${lines.join("\n")}\n`);
  return started(
    spawn(SSHD ?? "sshd", ["-D", "-e", "-f", join(home, "config")], { stdio: "ignore" }),
    port,
    folder,
    home,
  );
}

/** vsftpd for the anonymous user, in the open or inside TLS with the certificate `home/cert.pem`. */
export async function startFtp(tls: boolean): Promise<LoopbackServer> {
  const home = mkdtempSync(join(tmpdir(), "beffroi-ftp-"));
  execFileSync("chmod", ["755", home]);
  const folder = join(home, "out");
  mkdirSync(folder);
  const pem = join(home, "cert.pem");
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const made = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "2",
    "-keyout",
    join(home, "key.pem"),
    "-out",
    pem,
  ];
  execFileSync("openssl", [...made, ...subject], { stdio: "ignore" });
  mkdirSync("/var/run/vsftpd/empty", { recursive: true });
  const port = await freePort();
  const settings = {
    listen: "YES",
    listen_ipv6: "NO",
    background: "NO",
    listen_address: "127.0.0.1",
    listen_port: port,
    anonymous_enable: "YES",
    no_anon_password: "NO",
    local_enable: "NO",
    write_enable: "NO",
    anon_root: home,
    seccomp_sandbox: "NO",
    isolate: "NO",
    isolate_network: "NO",
    pasv_address: "127.0.0.1",
    xferlog_enable: "NO",
    ssl_enable: tls ? "YES" : "NO",
    allow_anon_ssl: tls ? "YES" : "NO",
    force_anon_logins_ssl: tls ? "YES" : "NO",
    force_anon_data_ssl: tls ? "YES" : "NO",
    rsa_cert_file: pem,
    rsa_private_key_file: join(home, "key.pem"),
    require_ssl_reuse: "NO",
    ssl_ciphers: "HIGH",
  };
  const text = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(home, "config"), text.join(""));
  return started(spawn(VSFTPD ?? "vsftpd", [join(home, "config")], { stdio: "ignore" }), port, folder, home);
}

async function started(
  child: ChildProcess,
  port: number,
  folder: string,
  home: string,
): Promise<LoopbackServer> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (let tries = 0; tries < 100 && child.exitCode === null && !(await answers(port)); tries += 1)
    await sleep(50);
  if (child.exitCode !== null) throw new Error(`the server ended at once: ${child.spawnfile}`);
  return {
    port,
    folder,
    home,
    stop: async () => {
      child.kill("SIGTERM");
      await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => socket.end(() => resolve(true)));
    socket.once("error", () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
