/** The child's private folder in memory (tmpfs where there is one): pipes for results, files for insert bodies, the
 *  engine's configuration. Named after the data folder, so that the next child clears what a killed one left. */
import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, rmSync, statfsSync } from "node:fs";
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
  remove(): void;
}

/** Makes the workspace anew. Only for the process that holds the data folder.
 *  @param dataFolder absolute path of the store's folder. */
export function openWorkspace(dataFolder: string): Workspace {
  const name = `beffroi-${userInfo().uid}-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 16)}`;
  const inMemory = existsSync(MEMORY);
  const folder = join(inMemory ? MEMORY : tmpdir(), name);
  const spill = join(dataFolder, "incoming");
  for (const path of [folder, spill]) {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }
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
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      rmSync(spill, { recursive: true, force: true });
    },
  };
}

const UNKNOWN_LENGTH = 256 * 2 ** 20;

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
