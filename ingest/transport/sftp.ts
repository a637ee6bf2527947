/** A folder over SFTP. The host is known by the fingerprint of its key, which the options must name: without it
 *  anybody in between could read what we ask for and answer what he likes. */
import { createHash } from "node:crypto";
import SftpClient from "ssh2-sftp-client";
import { FeedChanged, FeedUnavailable } from "../../src/domain/errors.ts";
import { inTime, neverSilent } from "./in-time.ts";
import { asUnavailable, chosen, REMOTE_TIMEOUT_MS, type RemoteFolder, splitPath } from "./remote-folder.ts";

export interface SftpAccess {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Private key in any form that OpenSSH writes. */
  readonly key?: string | undefined;
  readonly keyPassword?: string | undefined;
  readonly password?: string | undefined;
  /** Fingerprints of the host's keys as `ssh-keygen -l` shows them: `SHA256:…`. */
  readonly fingerprints: readonly string[];
  /** Folder and pattern: `/out/ventes_*.csv`. */
  readonly path: string;
}

/** Connects. @throws FeedUnavailable when the host does not answer or refuses us; FeedChanged for another host key. */
export async function openSftp(access: SftpAccess, signal: AbortSignal): Promise<RemoteFolder> {
  const { host, port } = access;
  const place = `sftp://${host}:${port}`;
  const { folder, pattern } = splitPath(access.path);
  const quiet = (): void => undefined;
  const client = new SftpClient("beffroi", { error: quiet, end: quiet, close: quiet });
  const onAbort = (): void => void close();
  const close = async (): Promise<void> => {
    signal.removeEventListener("abort", onAbort);
    // A connection that is gone already may never say so.
    await inTime(client.end(), 2000, place).catch(quiet);
  };
  signal.addEventListener("abort", onAbort, { once: true });
  let shown = "";
  try {
    const connecting = client.connect({
      host,
      port,
      username: access.user,
      ...(access.key === undefined ? {} : { privateKey: access.key }),
      ...(access.keyPassword === undefined ? {} : { passphrase: access.keyPassword }),
      ...(access.password === undefined ? {} : { password: access.password }),
      readyTimeout: REMOTE_TIMEOUT_MS,
      hostVerifier: (key: Buffer) => {
        shown = fingerprintOf(key);
        return access.fingerprints.map(bare).includes(bare(shown));
      },
    });
    await inTime(connecting, REMOTE_TIMEOUT_MS + 1000, place);
    signal.throwIfAborted();
  } catch (cause) {
    await close();
    if (signal.aborted) throw signal.reason;
    throw refusal(cause, access, shown, place);
  }
  return {
    list: async () => {
      try {
        const files = await inTime(client.list(folder), REMOTE_TIMEOUT_MS, place);
        const plain = files.filter(({ type }) => type === "-");
        return chosen(plain, pattern).map(({ name, size, modifyTime }) => ({
          name,
          size,
          modified: modifyTime,
        }));
      } catch (cause) {
        if (codeOf(cause) === "2" || codeOf(cause) === "ENOENT")
          throw new FeedUnavailable(`no folder ${folder} at ${place}: create it or correct path`, { cause });
        throw asUnavailable(cause, place);
      }
    },
    read: async function* (name) {
      try {
        const pieces = client.createReadStream(`${folder}/${name}`);
        // TRICKY: it may fail once more when it is no longer read, which would end the process.
        pieces.on("error", quiet);
        yield* neverSilent(pieces, REMOTE_TIMEOUT_MS, place);
      } catch (cause) {
        throw asUnavailable(cause, place);
      }
    },
    close,
  };
}

function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64")}`;
}

/** With or without the padding that OpenSSH leaves out. */
function bare(fingerprint: string): string {
  return fingerprint.replace(/=+$/, "");
}

function refusal(cause: unknown, access: SftpAccess, shown: string, place: string): Error {
  if (shown !== "" && !access.fingerprints.map(bare).includes(bare(shown))) {
    return new FeedChanged(
      `invalid host key: ${place} shows ${bare(shown)}, which is not the fingerprint in the options (ask the ` +
        "supplier whether the server was replaced, by another way than this one, before you change it)",
    );
  }
  const text = cause instanceof Error ? cause.message : "";
  if (/authentication methods failed/i.test(text))
    return new FeedUnavailable(`refused credentials: at ${place} (has the supplier put in our public key?)`);
  if (/privateKey|passphrase|key format/i.test(text))
    return new FeedUnavailable(
      `invalid key: for ${place}: no private key that can be read with what is given`,
    );
  return asUnavailable(cause, place);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
