/** The child's private folder in memory (tmpfs where there is one): pipes for results, files for insert bodies, the
 *  engine's configuration. Named after the data folder and the process, so that what a killed one left is found. */
import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";
// Containers often have 64 MB of tmpfs: one body may fill a quarter of what is free, larger ones go to the disk.
const SHARE = 4;

export interface Workspace {
  /** Folder for small files, private to this user. */
  readonly folder: string;
  /** A fresh path for an insert body of so many bytes (undefined = not known beforehand). */
  bodyPath(bytes: number | undefined): string;
  /** Path of a new named pipe. */
  makePipe(): string;
  /** Clears what earlier processes left; only for the process that holds the data folder. */
  claim(): void;
  remove(): void;
}

/** Makes the workspace of this process.
 *  @param dataFolder absolute path of the store's folder. */
export function openWorkspace(dataFolder: string): Workspace {
  const inMemory = existsSync(MEMORY);
  const parent = inMemory ? MEMORY : tmpdir();
  const family = `beffroi-${userInfo().uid}-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 16)}-`;
  const name = `${family}${process.pid}`;
  const folder = join(parent, name);
  const spill = join(dataFolder, "incoming");
  renew(folder);
  const pipes: string[] = [];
  let made = 0;
  return {
    folder,
    bodyPath: (bytes) => {
      const fits = inMemory && (bytes ?? UNKNOWN_LENGTH) <= freeBytes(folder) / SHARE;
      return join(fits ? folder : spill, `${randomUUID()}.body`);
    },
    makePipe: () => {
      // Starting `mkfifo` costs milliseconds, so one start makes several.
      if (pipes.length === 0) {
        const fresh = Array.from({ length: 32 }, () => join(folder, `${made++}.pipe`));
        execFileSync("mkfifo", ["-m", "600", ...fresh], { env: { PATH: "/usr/bin:/bin" } });
        pipes.push(...fresh.reverse());
      }
      return pipes.pop() ?? "";
    },
    claim: () => {
      const others = readdirSync(parent).filter((other) => other.startsWith(family) && other !== name);
      for (const other of others) rmSync(join(parent, other), { recursive: true, force: true });
      renew(spill);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function renew(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

const UNKNOWN_LENGTH = 256 * 2 ** 20;

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
