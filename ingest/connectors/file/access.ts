/** Options of SFTP and FTP → what the transports need, keys and certificates read from their files. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { ConfigError } from "../../../src/domain/errors.ts";
import type { FtpAccess } from "../../transport/ftp.ts";
import type { SftpAccess } from "../../transport/sftp.ts";

const Fingerprint = z
  .string()
  .regex(
    /^SHA256:[A-Za-z0-9+/]{43}=?$/,
    "a fingerprint as `ssh-keyscan HOST | ssh-keygen -lf -` shows it: SHA256:…",
  );

/** A folder and, in its last part alone, a pattern. */
const RemotePath = z
  .string()
  .regex(/^([^*?[\]{}]*\/)?[^/]+$/, "a pattern may stand in the last part of the path only");

/** An SFTP folder. */
export const SftpOptions = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(22),
  user: z.string().min(1),
  /** Private key: its text by way of `${NAME}`, or a file relative to the territory file. */
  key: z.string().min(1).optional(),
  key_file: z.string().min(1).optional(),
  key_password: z.string().optional(),
  /** For hosts that take no keys. */
  password: z.string().optional(),
  /** Of the host's key, or of each while one is being replaced. */
  fingerprint: z.union([Fingerprint, z.array(Fingerprint).min(1)]),
  path: RemotePath,
});

/** An FTP folder. */
export const FtpOptions = z.strictObject({
  host: z.string().min(1),
  /** Default 21, 990 for implicit TLS. */
  port: z.int().min(1).max(65_535).optional(),
  user: z.string().min(1),
  password: z.string(),
  /** `off` sends the password in the open. */
  tls: z.enum(["explicit", "implicit", "off"]).default("explicit"),
  /** Certificate authority of the host when it is not one that everybody knows. */
  ca_file: z.string().min(1).optional(),
  path: RemotePath,
});

/** @throws ConfigError when the key file cannot be read. */
export function sftpAccess(options: z.infer<typeof SftpOptions>, baseDir: string): SftpAccess {
  const { host, port, user, key, key_file, key_password: keyPassword, password, fingerprint, path } = options;
  const read = key_file === undefined ? key : readBeside(key_file, baseDir, "options.sftp.key_file");
  return { host, port, user, key: read, keyPassword, password, fingerprints: [fingerprint].flat(), path };
}

/** @throws ConfigError when the certificate file cannot be read. */
export function ftpAccess(options: z.infer<typeof FtpOptions>, baseDir: string): FtpAccess {
  const { host, user, password, tls, ca_file, path } = options;
  const port = options.port ?? (tls === "implicit" ? 990 : 21);
  const ca = ca_file === undefined ? undefined : readBeside(ca_file, baseDir, "options.ftp.ca_file");
  return { host, port, user, password, tls, ca, path };
}

function readBeside(file: string, baseDir: string, path: string): string {
  try {
    return readFileSync(resolve(baseDir, file), "utf8");
  } catch {
    throw new ConfigError([
      { path, value: file, remedy: "cannot be read: put it there or correct the path" },
    ]);
  }
}
