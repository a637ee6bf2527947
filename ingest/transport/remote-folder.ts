/** A folder on another machine, for as long as one pull keeps the connection. Nothing is written, moved or deleted
 *  there. */
import { posix } from "node:path";
import { FeedChanged, FeedUnavailable } from "../../src/domain/errors.ts";
import type { Instant } from "../../src/domain/time.ts";
import { isWhole } from "./folder.ts";

export interface RemoteFile {
  /** Name in the folder. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written, by the other machine's clock; NaN when it does not say. */
  readonly modified: Instant;
}

export interface RemoteFolder {
  /** Plain files that the pattern matches and that are not still being written by their name. */
  list(): Promise<RemoteFile[]>;
  /** Bytes of a file. @throws FeedUnavailable when they break off. */
  read(name: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Files of one folder, chosen by a pattern. */
export interface RemotePath {
  readonly folder: string;
  readonly pattern: string;
}

/** Time for a connection, an answer or the next piece, ms. */
export const REMOTE_TIMEOUT_MS = 30_000;
/** More files than any feed delivers into one folder. */
const MOST_FILES = 20_000;

/** `/out/ventes_*.csv` → folder and pattern. The pattern stands in the last part alone. */
export function splitPath(path: string): RemotePath {
  const cut = path.lastIndexOf("/");
  const folder = cut === -1 ? "." : path.slice(0, cut) || "/";
  return { folder, pattern: path.slice(cut + 1) };
}

/** Files that a pattern chooses, by name; names that cannot be file names are left out.
 *  @throws FeedChanged when there are more than 20,000. */
export function chosen<File extends { readonly name: string }>(
  files: readonly File[],
  pattern: string,
): File[] {
  const found = files.filter(
    ({ name }) => isPlainName(name) && isWhole(name) && posix.matchesGlob(name, pattern),
  );
  if (found.length > MOST_FILES)
    throw new FeedChanged(`invalid folder: more than ${MOST_FILES} files; narrow the pattern`);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A name that stays in its folder. */
function isPlainName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return name !== "" && name.length <= 255 && !/[/\\\u0000-\u001f]/.test(name);
}

/** A fault of the connection as the feed's; what already says what to do is passed on. */
export function asUnavailable(cause: unknown, place: string): FeedChanged | FeedUnavailable {
  if (cause instanceof FeedChanged || cause instanceof FeedUnavailable) return cause;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const why = /^(E[A-Z]+|\d{3})$/.test(code) ? code : "the connection failed or fell silent";
  return new FeedUnavailable(`no answer: ${why} from ${place} (tried again later)`, { cause });
}
