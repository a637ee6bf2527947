/** `http-json`: reads an API that the feed's options, or a preset, describe. Traps and choices in NOTES.md. */
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import type { Zone } from "../../../src/domain/time.ts";
import { type CheckResult, defineConnector, type PullContext } from "../../connector.ts";
import { type Api, makeApi } from "./api.ts";
import { type EngineOptions, httpJsonOptions } from "./options.ts";
import { scan } from "./scan.ts";
import { makeStream } from "./stream.ts";

export const httpJsonConnector = defineConnector<EngineOptions>({
  type: "http-json",
  options: httpJsonOptions,
  open: ({ options, site, zone: ofTerritory }) => {
    const api = makeApi(options);
    const streams = Object.entries(options.streams).flatMap(([name, stream]) => {
      const zone = stream.zone ?? options.zone ?? ofTerritory;
      return stream.map === undefined ? [] : [makeStream({ name, options, stream, site, zone, api })];
    });
    return {
      streams,
      check: (context) => check(options, api, options.zone ?? ofTerritory, context),
    };
  },
});

/** Asks the first stream that needs no other, for its last day. */
async function check(
  options: EngineOptions,
  api: Api,
  zone: Zone,
  context: PullContext,
): Promise<CheckResult> {
  const first = Object.keys(options.streams).find((name) => !options.streams[name]?.parent) ?? "";
  const name = options.check ?? first;
  const since = context.now - 86_400_000;
  try {
    const window = { from: since, to: context.now };
    const on = { api, options, zone, context, since, window };
    for await (const { page } of scan(name, on))
      return { ok: true, detail: `${page.rows.length} rows of ${name}` };
    return { ok: true, detail: `no rows of ${name}` };
  } catch (error) {
    if (!(error instanceof FeedUnavailable) && !(error instanceof FeedChanged)) throw error;
    return { ok: false, problem: error.message, remedy: "check the address and credentials of this feed" };
  }
}
