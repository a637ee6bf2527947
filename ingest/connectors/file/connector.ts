/** Files of counts or ticket sales, from a folder or an address: the feed that most sites really have. Each file is
 *  read once per form; a corrected file is read again. */
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import {
  type CheckResult,
  defineConnector,
  type OpenFeed,
  type Page,
  type PullContext,
} from "../../connector.ts";
import { type FindFiles, fileFinder, placeOf } from "./find-files.ts";
import { pullFiles } from "./import-files.ts";
import { rowRemapper } from "./kept.ts";
import { checkSites } from "./known-sites.ts";
import { newestOf, sampleNewest } from "./newest.ts";
import { CheckedOptions } from "./options.ts";
import { openParts } from "./parts.ts";
import { type FilePlan, planFeed } from "./plan.ts";
import { readFile } from "./read-file.ts";
import type { Candidate } from "./sources.ts";

export const fileConnector = defineConnector({
  type: "file",
  options: CheckedOptions,
  open: (feed) => {
    checkSites(feed);
    return openFiles(planFeed(feed), fileFinder(feed.options, feed.baseDir));
  },
});

function openFiles(plan: FilePlan, find: FindFiles): OpenFeed {
  const pull = (context: PullContext): AsyncIterable<Page> =>
    pullFiles(context, {
      digest: plan.digest,
      zone: plan.zone,
      replacing: plan.mode === "replace-window",
      window: plan.options.window,
      maxLoss: plan.options.max_loss,
      maxBad: plan.options.max_bad,
      find,
      read: (path, reading) => readFile(path, plan, reading, context.log),
    });
  return {
    streams: [
      {
        name: "rows",
        movable: plan.key === "id",
        windowed: plan.mode === "replace-window",
        rescans: [],
        pull,
      },
    ],
    check: (context) => check(plan, context, find),
    sample: (context) => sampleNewest(plan, context, find),
    remap: rowRemapper(plan),
  };
}

/** Opens the newest file and looks for its columns. */
async function check(plan: FilePlan, context: PullContext, find: FindFiles): Promise<CheckResult> {
  try {
    const found = await find(context, undefined);
    try {
      return await checkNewest(plan, found.files);
    } finally {
      await found.close();
    }
  } catch (error) {
    if (error instanceof FeedChanged)
      return { ok: false, problem: error.message, remedy: "correct columns or the file" };
    if (error instanceof FeedUnavailable)
      return { ok: false, problem: error.message, remedy: "check the place and the access to it" };
    throw error;
  }
}

async function checkNewest(plan: FilePlan, found: readonly Candidate[]): Promise<CheckResult> {
  const newest = newestOf(found);
  const place = placeOf(plan.options);
  if (!newest) return { ok: true, detail: `no file at ${place} yet` };
  const fetched = await newest.fetch();
  if (!fetched) return { ok: true, detail: `${newest.name} is unchanged` };
  try {
    for await (const { table } of openParts(fetched.path, plan)) {
      for await (const _ of table.rows) break;
      break;
    }
  } finally {
    await fetched.dispose();
  }
  const files = found.length === 1 ? "1 file" : `${found.length} files`;
  return { ok: true, detail: `${files} at ${place}; ${newest.name} has the columns asked for` };
}
