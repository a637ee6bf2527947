/** Says in plain words why the embedded store cannot start, and what to do about it. */
import { ConfigError, StoreError } from "../../domain/errors.ts";
import type { Refused } from "./messages.ts";

/** @param folder data folder as it was resolved. */
export function refusalError(refused: Refused, folder: string): Error {
  switch (refused.why) {
    case "platform":
      return new ConfigError([
        {
          path: "--store",
          value: `${process.platform}-${process.arch}${isMusl() ? " (musl)" : ""}: ${refused.detail.split("\n")[0]}`,
          remedy:
            "the embedded store has no engine for this machine (it needs the optional package `chdb`, on Linux with " +
            "glibc or macOS): run `npm install` without --omit=optional, or name a ClickHouse server with --store URL",
        },
      ]);
    case "held": {
      const who = refused.holder ? `process ${refused.holder}` : "another process";
      return new ConfigError([
        {
          path: "--data",
          value: folder,
          remedy: `in use by ${who}: stop it, or choose another folder with --data`,
        },
      ]);
    }
    case "port":
    case "engine":
      return new StoreError("embedded store", `cannot start on ${folder}: ${refused.detail.trim()}`);
  }
}

/** Alpine and the like: the engine's library needs glibc. */
function isMusl(): boolean {
  if (process.platform !== "linux") return false;
  return !JSON.stringify(process.report.getReport()).includes('"glibcVersionRuntime"');
}
