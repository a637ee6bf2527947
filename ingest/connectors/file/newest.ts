/** The newest file of a feed, opened to be looked at. */
import { FeedUnavailable } from "../../../src/domain/errors.ts";
import type { PullContext, SampledRows } from "../../connector.ts";
import type { FindFiles } from "./find-files.ts";
import type { FilePlan } from "./plan.ts";
import { readFile } from "./read-file.ts";
import type { Candidate } from "./sources.ts";

export function newestOf(found: readonly Candidate[]): Candidate | undefined {
  return found.toSorted((a, b) => a.modified - b.modified).at(-1);
}

/** Its rows; the file is given back when they are read, or no longer wanted. @throws FeedUnavailable without one. */
export async function sampleNewest(
  plan: FilePlan,
  context: PullContext,
  find: FindFiles,
): Promise<SampledRows> {
  const found = await find(context, undefined);
  try {
    const newest = newestOf(found.files);
    const fetched = await newest?.fetch();
    if (!newest || !fetched) throw new FeedUnavailable("no file yet: deliver one, or correct the place");
    const { now: version, until } = context;
    const reading = { file: newest.name, version, until, told: [], again: false, met: new Map() };
    const { batches } = readFile(fetched.path, plan, reading, context.log);
    const rows = async function* () {
      try {
        yield* batches;
      } finally {
        await fetched.dispose();
      }
    };
    return { source: newest.name, batches: rows() };
  } finally {
    await found.close();
  }
}
