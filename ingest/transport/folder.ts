/** Files of a local folder (a drop folder, a mounted share) chosen by a pattern; their bytes and fingerprints. Never
 *  writes, moves or deletes there. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { glob, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { FeedUnavailable } from "../../src/domain/errors.ts";
import type { Instant } from "../../src/domain/time.ts";

export interface FolderFile {
  /** Path below the pattern's fixed part, `/` between folders; a single file's own name. */
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly modified: Instant;
  /** Changes whenever the file is written or replaced; equal stamps mean that nothing has to be read. */
  readonly stamp: string;
  /** False while a further write could leave the stamp as it is: clocks of file systems tick slowly. */
  readonly settled: boolean;
}

/** Longest tick of a file system's clock (FAT), milliseconds. */
const TICK_MS = 2000;

const MAGIC = /[*?[\]{}]/;

/** Plain files that a pattern (`drop/*.csv`, `/srv/in/ventes_*.csv.gz`, or one path) matches, by name. Relative
 *  patterns start at `baseDir`. Names that begin with a dot or end in `.part` or `.tmp` are still being written.
 *  @throws FeedUnavailable when the pattern's folder, or a path without pattern, is not there. */
export async function listFolder(pattern: string, baseDir: string): Promise<FolderFile[]> {
  const parts = pattern.split(/[/\\]/);
  const firstMagic = parts.findIndex((part) => MAGIC.test(part));
  const fixed = firstMagic === -1 ? parts.slice(0, -1) : parts.slice(0, firstMagic);
  const absolute = pattern.startsWith("/");
  const root = resolve(baseDir, absolute ? `/${fixed.join("/")}` : fixed.join("/"));
  const rest = parts.slice(fixed.length);
  if (!(await exists(root))) throw new FeedUnavailable(`no folder ${root}: create it or correct path`);
  const names: string[] = [];
  if (firstMagic === -1) names.push(...rest);
  else for await (const name of glob(rest.join("/"), { cwd: root })) names.push(name.split(sep).join("/"));
  const files: FolderFile[] = [];
  for (const name of names.filter(isWhole).sort()) {
    const file = await lookAt(join(root, name), name);
    if (file) files.push(file);
    else if (firstMagic === -1)
      throw new FeedUnavailable(`no file ${join(root, name)}: deliver it or correct path`);
  }
  return files;
}

/** False for names that say that the file is still being written. */
export function isWhole(name: string): boolean {
  const base = name.split("/").at(-1) ?? name;
  return !base.startsWith(".") && !/\.(part|tmp|filepart|crdownload)$/i.test(base);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The file as it stands now; undefined when it is gone or is not a plain file. */
export async function lookAt(path: string, name: string): Promise<FolderFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const stamp = `${found.size}-${Math.round(found.mtimeMs)}-${Math.round(found.ctimeMs)}`;
  const settled = Date.now() - found.ctimeMs > TICK_MS;
  return { name, path, size: found.size, modified: Math.round(found.mtimeMs), stamp, settled };
}

/** Bytes of a file. TRICKY: larger chunks are slower: the rows of one outlive the collector's young space. */
export function readBytes(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 64 * 1024 });
}

/** SHA-256 of a file's bytes as they lie there (packed ones packed), hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  return hash.digest("hex");
}
