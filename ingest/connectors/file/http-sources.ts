/** Files of a folder that a web server shows, each asked for conditionally and judged by what the list says of it. */
import { FeedUnavailable } from "../../../src/domain/errors.ts";
import type { PullContext } from "../../connector.ts";
import { type HttpFile, type HttpFolder, listHttpFolder } from "../../transport/http-folder.ts";
import type { Manifest } from "./manifest.ts";
import { type Candidate, type Fetched, type Found, noClosing, urlCandidate } from "./sources.ts";

/** Lists give dates by the minute: a file last written this long before it was fetched no longer changes unseen. */
const SETTLED_MS = 120_000;

export async function httpFiles(
  folder: HttpFolder,
  stableFor: number,
  context: PullContext,
  manifest: Manifest | undefined,
): Promise<Found> {
  const listed = await listHttpFolder(context.http, folder);
  const files = listed.map((file): Candidate => {
    const known = manifest?.files[file.name];
    const source = { url: file.url, headers: folder.headers, name: file.name };
    const plain = urlCandidate(source, context, known);
    return {
      name: file.name,
      modified: Number.isNaN(file.modified) ? context.now : file.modified,
      ...(file.said === "" ? {} : { stamp: file.said }),
      fetch: async () => {
        const fetched = await plain.fetch();
        return fetched && judged(file, fetched, stableFor, context);
      },
    };
  });
  return { files, close: noClosing };
}

/** A download that the list can vouch for; undefined for one that is still being written by its date.
 *  @throws FeedUnavailable when the list promises other bytes. */
async function judged(
  file: HttpFile,
  fetched: Fetched,
  stableFor: number,
  context: PullContext,
): Promise<Fetched | undefined> {
  const { name, sha256, said } = file;
  if (sha256 !== undefined && sha256 !== fetched.sha256) {
    await fetched.dispose();
    throw new FeedUnavailable(`file is not the one in the list: ${name}; the next pull reads both again`);
  }
  if (sha256 === undefined && fetched.dated && fetched.modified > context.now - stableFor * 1000) {
    await fetched.dispose();
    context.log.info(`file is still being written: ${name}`, { file: name });
    return undefined;
  }
  const settled = sha256 !== undefined || (fetched.dated && fetched.modified < context.now - SETTLED_MS);
  if (said === "" || !settled) return fetched;
  return { ...fetched, remember: { ...fetched.remember, stamp: said } };
}
