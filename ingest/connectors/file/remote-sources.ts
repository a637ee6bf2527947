/** Files of a folder on another machine (SFTP, FTP) that are not still being written, fetched when they are due. */
import { setTimeout as sleep } from "node:timers/promises";
import { FeedUnavailable } from "../../../src/domain/errors.ts";
import type { PullContext } from "../../connector.ts";
import type { RemoteFile, RemoteFolder } from "../../transport/remote-folder.ts";
import { spool } from "../../transport/spool.ts";
import type { Manifest } from "./manifest.ts";
import { type Candidate, type Found, PATIENCE } from "./sources.ts";

/** A file younger than this by the two clocks is fetched again at the next pull: dates count in whole seconds, and
 *  clocks differ. */
const SETTLED_MS = 120_000;

/** Connects, lists, and looks twice, `stableFor` seconds apart, at files that are new: their dates are another
 *  clock's, their sizes are not. The connection stays open until `close`. */
export async function remoteFiles(
  open: (signal: AbortSignal) => Promise<RemoteFolder>,
  stableFor: number,
  context: PullContext,
  manifest: Manifest | undefined,
): Promise<Found> {
  const folder = await open(context.signal);
  try {
    const listed = await folder.list();
    const isNew = (file: RemoteFile): boolean => {
      const stamp = manifest?.files[file.name]?.stamp;
      return stamp === undefined || stamp !== stampOf(file);
    };
    const unsettled = new Set(
      listed.filter((file) => stableFor > PATIENCE && !(file.modified <= context.now - stableFor * 1000)),
    );
    if (stableFor > 0 && listed.some(isNew)) {
      await sleep(Math.min(stableFor, PATIENCE) * 1000, undefined, { signal: context.signal });
      const again = new Map((await folder.list()).map((file) => [file.name, sightOf(file)]));
      for (const file of listed) if (again.get(file.name) !== sightOf(file)) unsettled.add(file);
    }
    for (const { name } of unsettled)
      context.log.info(`file is still being written: ${name}`, { file: name });
    const files = listed
      .filter((file) => !unsettled.has(file))
      .map((file) => candidate(folder, file, context));
    return { files, close: () => folder.close() };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

function candidate(folder: RemoteFolder, file: RemoteFile, context: PullContext): Candidate {
  const { name, size } = file;
  const stamp = stampOf(file);
  const modified = Number.isNaN(file.modified) ? context.now : file.modified;
  return {
    name,
    modified,
    ...(stamp === undefined ? {} : { stamp }),
    fetch: async () => {
      const body = await spool(folder.read(name), context.signal);
      if (body.size !== size) {
        await body.dispose();
        throw new FeedUnavailable(`file changed while it was read: ${name}; the next pull reads it again`);
      }
      const settled = stamp !== undefined && Date.now() - modified > SETTLED_MS;
      return {
        path: body.path,
        sha256: body.sha256,
        modified,
        dated: !Number.isNaN(file.modified),
        remember: settled ? { stamp } : {},
        unchanged: async () => true,
        dispose: body.dispose,
      };
    },
  };
}

function sightOf(file: RemoteFile): string {
  return `${file.size}-${file.modified}`;
}

/** Undefined without a date: the size alone tells too little, and the file is fetched at each pull. */
function stampOf(file: RemoteFile): string | undefined {
  return Number.isNaN(file.modified) ? undefined : sightOf(file);
}
