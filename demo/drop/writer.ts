/** Keeps a drop folder as the source systems would have left it at an instant: files appear, grow and are replaced.
 *  Each file carries the time of its last writing. */
import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Instant } from "../../src/domain/time.ts";
import type { Sheet } from "./sheet.ts";

/** List of the files that will not change any more, so that a later start need not draw them again. */
const LEDGER = ".finished.json";

interface DropWriter {
  /** Brings the folder up to an instant. Returns the number of files written. */
  readonly write: (sheets: readonly Sheet[], now: Instant) => number;
}

/** @param folder is made when it is not there; an unreadable ledger only costs time. */
export function dropWriter(folder: string): DropWriter {
  const finished = readLedger(join(folder, LEDGER));
  const current = new Map<string, Uint8Array>();
  return {
    write: (sheets, now) => {
      let files = 0;
      const before = finished.size;
      for (const sheet of sheets) {
        if (finished.has(sheet.path)) continue;
        const written = sheet.at(now);
        const final = sheet.finalFrom <= now;
        if (written) {
          const path = join(folder, sheet.path);
          const known = current.get(sheet.path) ?? readIfThere(path);
          if (!known || Buffer.compare(known, written.bytes) !== 0) {
            replace(path, written.bytes, written.at);
            files++;
          }
          if (!final) current.set(sheet.path, written.bytes);
        }
        if (final) {
          finished.add(sheet.path);
          current.delete(sheet.path);
        }
      }
      if (finished.size > before) replace(join(folder, LEDGER), JSON.stringify([...finished], null, 1), now);
      return files;
    },
  };
}

/** Whole or not at all: a reader never sees half a file. The working name matches no feed's pattern. */
function replace(path: string, bytes: Uint8Array | string, at: Instant): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.part`;
  writeFileSync(draft, bytes);
  utimesSync(draft, at / 1000, at / 1000);
  renameSync(draft, path);
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function readLedger(path: string): Set<string> {
  try {
    const paths: unknown = JSON.parse(readFileSync(path, "utf8"));
    return new Set(Array.isArray(paths) ? paths.filter((entry) => typeof entry === "string") : []);
  } catch {
    return new Set();
  }
}
