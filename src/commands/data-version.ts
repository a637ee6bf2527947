/** Keeps the state of the data at hand, so that no reply has to ask the store whether anything is new. */
import type { Logger } from "pino";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import { dataVersion } from "../visits/queries.ts";

export interface DataVersion {
  /** Changes whenever rollups, forecasts or feed runs did; a second late at most. */
  readonly current: () => string;
  /** The same by what changed, such as `visits` or `forecasts`; what never changed is absent. */
  readonly states: () => ReadonlyMap<string, string>;
  /** True while nothing was ever stored. */
  readonly isEmpty: () => boolean;
  /** Looks now. */
  refresh(): Promise<void>;
  stop(): void;
}

const LOOK_MS = 1000;

export async function watchDataVersion(store: Store, log: Logger): Promise<DataVersion> {
  let current = "";
  let states: ReadonlyMap<string, string> = new Map();
  const refresh = async () => {
    const rows = await ask(store, dataVersion, {});
    states = new Map(rows.map((row) => [row.name, row.version.toString(36)]));
    current = [...states.values()].join(".");
  };
  await refresh();
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    refresh()
      .catch((cause: unknown) => log.warn({ err: cause }, "the state of the data could not be read"))
      .finally(() => {
        looking = false;
      });
  }, LOOK_MS);
  timer.unref();
  return {
    current: () => current,
    states: () => states,
    isEmpty: () => current === "",
    refresh,
    stop: () => clearInterval(timer),
  };
}
