/** Where a feed's files come from: a folder or one address. */
import { setTimeout as sleep } from "node:timers/promises";
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import type { Instant } from "../../../src/domain/time.ts";
import type { HttpReply, HttpRequest, PullContext } from "../../connector.ts";
import { type FolderFile, hashFile, listFolder, lookAt } from "../../transport/folder.ts";
import { UnexpectedStatus } from "../../transport/refusals.ts";
import { spool } from "../../transport/spool.ts";
import type { ManifestEntry } from "./manifest.ts";

/** A file that may have to be read. */
export interface Candidate {
  /** Name in the manifest and in positions; never an address with secrets in it. */
  readonly name: string;
  readonly modified: Instant;
  readonly stamp?: string;
  /** Local copy, its fingerprint, and what to remember of it; undefined when the source says that it is unchanged. */
  fetch(): Promise<Fetched | undefined>;
}

/** What a pull finds. */
export interface Found {
  readonly files: readonly Candidate[];
  /** Ends the connection that `fetch` uses. */
  close(): Promise<void>;
}

export const noClosing = async (): Promise<void> => undefined;

export interface Fetched {
  readonly path: string;
  readonly sha256: string;
  readonly modified: Instant;
  /** True when `modified` is the source's word and not the time of the pull. */
  readonly dated: boolean;
  readonly remember: Pick<ManifestEntry, "stamp" | "etag" | "last_modified">;
  /** True while the file is still as it was when its fingerprint was taken. */
  unchanged(): Promise<boolean>;
  dispose(): Promise<void>;
}

export interface FolderSource {
  readonly path: string;
  readonly baseDir: string;
  /** Seconds. */
  readonly stableFor: number;
}

/** Longest wait for a file to settle within a pull, seconds; larger `stable_for` leave it to the next pull. */
export const PATIENCE = 5;

/** Files of a folder that are not being written, by name. */
export async function folderCandidates(source: FolderSource, context: PullContext): Promise<Candidate[]> {
  const files = await listFolder(source.path, source.baseDir);
  const fresh = files.filter((file) => file.modified > context.now - source.stableFor * 1000);
  const unsettled = new Set(fresh.map((file) => file.name));
  if (fresh.length > 0 && source.stableFor <= PATIENCE) {
    await sleep(source.stableFor * 1000, undefined, { signal: context.signal });
    for (const file of fresh) {
      if ((await lookAt(file.path, file.name))?.stamp === file.stamp) unsettled.delete(file.name);
    }
  }
  for (const name of unsettled) context.log.info(`file is still being written: ${name}`, { file: name });
  return files.filter((file) => !unsettled.has(file.name)).map(folderCandidate);
}

function folderCandidate(file: FolderFile): Candidate {
  return {
    name: file.name,
    modified: file.modified,
    stamp: file.stamp,
    fetch: async () => ({
      path: file.path,
      sha256: await hashFile(file.path),
      modified: file.modified,
      dated: true,
      remember: file.settled ? { stamp: file.stamp } : {},
      unchanged: async () => (await lookAt(file.path, file.name))?.stamp === file.stamp,
      dispose: async () => {},
    }),
  };
}

export interface UrlSource {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In the manifest; default the last part of the address. */
  readonly name?: string;
}

/** Name of the one file behind an address: its last path segment, never its query. */
export function urlName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "") || "download";
}

/** The file behind an address; asked for conditionally when `known` says what is stored. */
export function urlCandidate(source: UrlSource, context: PullContext, known?: ManifestEntry): Candidate {
  const name = source.name ?? urlName(source.url);
  const conditions = {
    ...(known?.etag === undefined ? {} : { "if-none-match": known.etag }),
    ...(known?.last_modified === undefined ? {} : { "if-modified-since": known.last_modified }),
  };
  return {
    name,
    modified: context.now,
    fetch: async () => {
      const reply = await ask(context, { url: source.url, headers: { ...source.headers, ...conditions } });
      if (!reply) return undefined;
      const etag = reply.headers.get("etag");
      const lastModified = reply.headers.get("last-modified");
      const written = lastModified === null ? Number.NaN : Date.parse(lastModified);
      const body = await spool(reply.body, context.signal).catch((cause: unknown) => {
        if (context.signal.aborted || cause instanceof FeedChanged) throw cause;
        throw new FeedUnavailable(`download broke off: ${name}`, { cause });
      });
      return {
        path: body.path,
        sha256: body.sha256,
        modified: Number.isNaN(written) ? context.now : written,
        dated: !Number.isNaN(written),
        remember: {
          ...(etag === null ? {} : { etag }),
          ...(lastModified === null ? {} : { last_modified: lastModified }),
        },
        unchanged: async () => true,
        dispose: body.dispose,
      };
    },
  };
}

/** The reply; undefined for "not modified", which the client takes for a refusal as it is no success. */
async function ask(
  context: PullContext,
  request: HttpRequest,
): Promise<HttpReply<AsyncIterable<Uint8Array>> | undefined> {
  try {
    const reply = await context.http.bytes(request);
    return reply.status === 304 ? undefined : reply;
  } catch (error) {
    if (error instanceof UnexpectedStatus && error.status === 304) return undefined;
    throw error;
  }
}
