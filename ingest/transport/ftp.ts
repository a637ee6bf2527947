/** A folder over FTP, by default inside TLS: plain FTP shows the password and the figures to everybody in between and
 *  has to be asked for by `off`. */
import { PassThrough } from "node:stream";
import { Client, FTPError } from "basic-ftp";
import { FeedUnavailable } from "../../src/domain/errors.ts";
import { inTime, neverSilent } from "./in-time.ts";
import { asUnavailable, chosen, REMOTE_TIMEOUT_MS, type RemoteFolder, splitPath } from "./remote-folder.ts";

export interface FtpAccess {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** `explicit`: AUTH TLS on the ordinary port; `implicit`: TLS from the first byte. */
  readonly tls: "explicit" | "implicit" | "off";
  /** Certificates to trust beside the system's own, PEM. */
  readonly ca?: string | undefined;
  readonly path: string;
}

/** Connects. @throws FeedUnavailable when the host does not answer, is not who it should be, or refuses us. */
export async function openFtp(access: FtpAccess, signal: AbortSignal): Promise<RemoteFolder> {
  const { host, port } = access;
  const place = `ftp://${host}:${port}`;
  const { folder, pattern } = splitPath(access.path);
  // TRICKY: a server that names another host for the data could make us knock at any door of the network.
  const client = new Client(REMOTE_TIMEOUT_MS, { allowSeparateTransferHost: false });
  const onAbort = (): void => client.close();
  const close = async (): Promise<void> => {
    signal.removeEventListener("abort", onAbort);
    client.close();
  };
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    await inTime(enter(client, access, place), REMOTE_TIMEOUT_MS * 2, place);
    // Listing a folder that is not there gives many servers' empty list.
    await inTime(client.cd(folder), REMOTE_TIMEOUT_MS, place);
  } catch (cause) {
    await close();
    if (signal.aborted) throw signal.reason;
    throw refusal(cause, place, folder);
  }
  return {
    list: async () => {
      try {
        const listed = await inTime(client.list(), REMOTE_TIMEOUT_MS * 2, place);
        const files = chosen(
          listed.filter((file) => file.isFile),
          pattern,
        );
        const out = [];
        // Listings of old servers give dates for people only; each file is then asked for its own.
        for (const { name, size, modifiedAt } of files) {
          const modified = modifiedAt ?? (await client.lastMod(name).catch(() => undefined));
          out.push({ name, size, modified: modified?.getTime() ?? Number.NaN });
        }
        return out;
      } catch (cause) {
        throw asUnavailable(cause, place);
      }
    },
    read: async function* (name) {
      const through = new PassThrough();
      const done = client.downloadTo(through, name);
      done.catch((cause: unknown) => through.destroy(cause instanceof Error ? cause : undefined));
      try {
        yield* neverSilent(through, REMOTE_TIMEOUT_MS, place);
        // A transfer that broke off ends like a whole one; only the server's last word tells.
        await done;
      } catch (cause) {
        throw asUnavailable(cause, place);
      } finally {
        through.destroy();
      }
    },
    close,
  };
}

/** Up to being logged in. */
async function enter(client: Client, access: FtpAccess, place: string): Promise<void> {
  const { host, port, user, password, tls } = access;
  const trust = { host, ...(access.ca === undefined ? {} : { ca: access.ca }) };
  if (tls === "implicit") await client.connectImplicitTLS(host, port, trust);
  else await client.connect(host, port);
  if (tls === "explicit") {
    await client.useTLS(trust).catch((cause: unknown) => {
      if (!(cause instanceof FTPError)) throw cause;
      throw new FeedUnavailable(`no TLS: ${cause.code} from ${place} (see the option tls)`, { cause });
    });
  }
  await client.login(user, password);
  await client.useDefaultSettings();
}

function refusal(cause: unknown, place: string, folder: string): Error {
  if (cause instanceof FTPError && cause.code === 550)
    return new FeedUnavailable(`no folder ${folder} at ${place}: create it or correct path`, { cause });
  if (cause instanceof FTPError && cause.code === 530)
    return new FeedUnavailable(
      `refused credentials: 530 from ${place} (user and password, or the right to log in)`,
    );
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (/CERT|SIGNED|ALTNAME|ISSUER/.test(code))
    return new FeedUnavailable(`invalid certificate: ${code} from ${place} (name its authority in ca_file)`, {
      cause,
    });
  return asUnavailable(cause, place);
}
