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
import { pullFiles } from "./import-files.ts";
import { checkSites } from "./known-sites.ts";
import type { Manifest } from "./manifest.ts";
import { CheckedOptions } from "./options.ts";
import { openParts } from "./parts.ts";
import { type FilePlan, planFeed } from "./plan.ts";
import { readFile } from "./read-file.ts";
import { type Candidate, folderCandidates, urlCandidate, urlName } from "./sources.ts";

export const fileConnector = defineConnector({
  type: "file",
  options: CheckedOptions,
  open: (feed) => {
    checkSites(feed);
    return openFiles(planFeed(feed), feed.baseDir);
  },
});

function openFiles(plan: FilePlan, baseDir: string): OpenFeed {
  const candidates = (context: PullContext, manifest: Manifest | undefined): Promise<Candidate[]> =>
    findCandidates(plan, baseDir, context, manifest);
  const pull = (context: PullContext): AsyncIterable<Page> =>
    pullFiles(context, {
      digest: plan.digest,
      zone: plan.zone,
      replacing: plan.mode === "replace-window",
      window: plan.options.window,
      maxLoss: plan.options.max_loss,
      maxBad: plan.options.max_bad,
      candidates,
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
    check: (context) => check(plan, context, candidates),
  };
}

async function findCandidates(
  plan: FilePlan,
  baseDir: string,
  context: PullContext,
  manifest: Manifest | undefined,
): Promise<Candidate[]> {
  const { path, url, headers = {}, stable_for: stableFor } = plan.options;
  if (path !== undefined) return folderCandidates({ path, baseDir, stableFor }, context);
  return url === undefined ? [] : [urlCandidate({ url, headers }, context, manifest?.files[urlName(url)])];
}

/** Opens the newest file and looks for its columns. */
async function check(
  plan: FilePlan,
  context: PullContext,
  candidates: (context: PullContext, manifest: undefined) => Promise<Candidate[]>,
): Promise<CheckResult> {
  try {
    const found = await candidates(context, undefined);
    const newest = found.toSorted((a, b) => a.modified - b.modified).at(-1);
    const place = plan.options.path ?? "the address";
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
  } catch (error) {
    if (error instanceof FeedChanged)
      return { ok: false, problem: error.message, remedy: "correct columns or the file" };
    if (error instanceof FeedUnavailable)
      return { ok: false, problem: error.message, remedy: "check path or url" };
    throw error;
  }
}
