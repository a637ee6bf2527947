/** Where a program of this machine lies. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Servers live where only root's PATH looks. */
const ELSEWHERE = ["/usr/sbin", "/sbin", "/usr/local/sbin"];

/** The first of that name on PATH or among the system's servers; undefined when there is none. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...ELSEWHERE];
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
