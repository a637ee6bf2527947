/** Which process holds a data folder. The engine locks `<folder>/status` and writes its process id there; after a
 *  kill the file stays, so its word alone is not enough. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Process id of the holder, undefined when nobody holds the folder (or it cannot be told). */
export function folderHolder(folder: string): number | undefined {
  const path = join(folder, "status");
  const locks = readOrNothing("/proc/locks");
  if (locks !== undefined) return holderInLocks(locks, inode(path));
  const pid = pidInStatus(readOrNothing(path) ?? "");
  return pid !== undefined && isAlive(pid) ? pid : undefined;
}

/** The process that the engine's status file names. */
export function pidInStatus(status: string): number | undefined {
  const pid = /^PID: (\d+)/m.exec(status)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** The process with a write lock on an inode, in the form of Linux' /proc/locks.
 *  A lock seen from another container has no process id there (0). */
export function holderInLocks(locks: string, inodeNumber: number | undefined): number | undefined {
  if (inodeNumber === undefined) return undefined;
  for (const line of locks.split("\n")) {
    const [, , , access, pid, file] = line.trim().split(/\s+/);
    if (access === "WRITE" && file?.split(":")[2] === String(inodeNumber)) return Number(pid);
  }
  return undefined;
}

function inode(path: string): number | undefined {
  try {
    return statSync(path).ino;
  } catch {
    return undefined;
  }
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
