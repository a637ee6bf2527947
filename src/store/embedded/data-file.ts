/** Keeps an insert's data in a private file until the engine has read them: never in the SQL text, and never half an
 *  upload, since the engine sees the file only when it is whole. */
import { createWriteStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Intake } from "./body.ts";
import type { DataFile } from "./compose.ts";
import type { Workspace } from "./workspace.ts";

export interface KeptData extends DataFile {
  discard(): Promise<void>;
}

/** @param length bytes of the body still to come, undefined if not known.
 *  Rejects, leaving nothing behind, when the client goes away half way or there is no room. */
export async function keepData(
  intake: Intake,
  length: number | undefined,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<KeptData> {
  const { dataHead, dataRest, compression } = intake;
  const path = workspace.bodyPath(dataRest ? length : dataHead.length);
  const discard = (): Promise<void> => rm(path, { force: true });
  try {
    if (dataRest)
      await pipeline(chain(dataHead, dataRest), createWriteStream(path, { mode: 0o600 }), { signal });
    else await writeFile(path, dataHead, { mode: 0o600 });
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, compression, discard };
}

function chain(head: Buffer, rest: Readable): Readable {
  if (head.length === 0) return rest;
  return Readable.from(
    (async function* () {
      yield head;
      yield* rest;
    })(),
    { objectMode: false },
  );
}
