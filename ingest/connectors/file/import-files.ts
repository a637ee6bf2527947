/** One pull over the files of a feed: which of them are new, in which order, and the pages of each. The cursor moves
 *  with the last page of a file, so a pull that breaks off reads that file again and nothing else. */
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import { type Instant, type Span, toIso, type Zone } from "../../../src/domain/time.ts";
import type { Page, PullContext } from "../../connector.ts";
import { digest } from "./digest.ts";
import type { FindFiles } from "./find-files.ts";
import {
  type Manifest,
  type ManifestEntry,
  readManifest,
  toCursor,
  toldByNewer,
  touched,
  withFile,
} from "./manifest.ts";
import { paginate } from "./pages.ts";
import type { OpenedFile } from "./read-file.ts";
import type { Reading } from "./reading.ts";
import type { Candidate, Fetched } from "./sources.ts";
import { windowOfName, windowOfRows, without } from "./window.ts";

/** What a feed of files lends to {@link pullFiles}. */
export interface FileFeed {
  /** Digest of the options: other options read the files again. */
  readonly digest: string;
  readonly zone: Zone;
  /** True when a new file replaces what was there for the days that it tells. */
  readonly replacing: boolean;
  /** `rows`, or a pattern of the file's name. */
  readonly window: string;
  readonly maxLoss: number;
  readonly maxBad: number;
  find: FindFiles;
  /** `path`: the file on this machine. */
  read(path: string, reading: Reading): OpenedFile;
}

/** Pages of every new or changed file. A file that is not as agreed, or that changes under the reading, is left out
 *  and the others are read.
 *  @throws FeedChanged or FeedUnavailable at the end, naming the files left out. */
export async function* pullFiles(context: PullContext, feed: FileFeed): AsyncGenerator<Page> {
  let manifest = readManifest(context.cursor, feed.digest);
  const forced = context.from !== undefined;
  const problems: (FeedChanged | FeedUnavailable)[] = [];
  const found = await feed.find(context, forced ? undefined : manifest);
  try {
    for (const candidate of inOrder(found.files, feed.replacing)) {
      context.signal.throwIfAborted();
      const known = manifest.files[candidate.name];
      const due = known?.again !== undefined && Date.parse(known.again) < context.until;
      if (!forced && !due && known?.stamp !== undefined && known.stamp === candidate.stamp) continue;
      try {
        const fetched = await candidate.fetch();
        if (!fetched) continue;
        try {
          if (!forced && !due && known?.sha256 === fetched.sha256) {
            // Kept with the next file that is imported: saves the fingerprint from then on.
            manifest = touched(manifest, candidate.name, fetched.remember);
            continue;
          }
          manifest = yield* importFile(context, feed, manifest, candidate.name, fetched);
        } finally {
          await fetched.dispose();
        }
      } catch (error) {
        if (!(error instanceof FeedChanged || error instanceof FeedUnavailable)) throw error;
        problems.push(error);
      }
    }
  } finally {
    await found.close();
  }
  throwProblems(problems);
}

function throwProblems(problems: readonly (FeedChanged | FeedUnavailable)[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const away = problems.every((problem) => problem instanceof FeedUnavailable);
  if (away || problems.length === 1) throw first;
  const more = problems.length > 5 ? `; and ${problems.length - 5} more files` : "";
  const shown = problems.slice(0, 5).map((problem) => problem.message);
  throw new FeedChanged(`${shown.join("; ")}${more}`, { cause: first });
}

/** Oldest first, so that the newest word on a key is the last; where files replace each other's days, newest first,
 *  so that an older file cannot undo a newer one. */
function inOrder(found: readonly Candidate[], replacing: boolean): readonly Candidate[] {
  const oldestFirst = found.toSorted((a, b) => a.modified - b.modified || (a.name < b.name ? -1 : 1));
  return replacing ? oldestFirst.toReversed() : oldestFirst;
}

async function* importFile(
  context: PullContext,
  feed: FileFeed,
  manifest: Manifest,
  name: string,
  fetched: Fetched,
): AsyncGenerator<Page, Manifest> {
  const told = feed.replacing ? toldByNewer(manifest, name, fetched.modified) : [];
  const again = manifest.files[name] !== undefined;
  const { now: version, until } = context;
  const { sha256 } = fetched;
  const reading: Reading = { file: name, version, until, told, again, met: new Map(), sha256 };
  const named =
    feed.replacing && feed.window !== "rows" ? windowOfName(feed.window, name, feed.zone) : undefined;
  const opened = feed.read(fetched.path, reading);
  const seed = digest(`${sha256}/${feed.digest}/${manifest.imports}/${context.from ?? ""}`);
  let rows = 0;
  let rejected = 0;
  for await (const page of paginate(opened.batches, { file: name, seed, maxBad: feed.maxBad })) {
    context.signal.throwIfAborted();
    rows += page.rows.length;
    for (const row of page.rows) if (row.kind === "rejected") rejected += 1;
    if (!page.last) {
      yield { rows: page.rows, token: page.token };
      continue;
    }
    if (!(await fetched.unchanged())) {
      throw new FeedUnavailable(`file changed while it was read: ${name}; the next pull reads it again`);
    }
    const { extent } = opened;
    const window = feed.replacing ? (named ?? windowOfRows(extent, feed.zone)) : undefined;
    const next = withFile(manifest, name, {
      sha256,
      modified: toIso(fetched.modified),
      ...fetched.remember,
      rows,
      rejected,
      ...(window ? { window: { from: toIso(window.from), to: toIso(window.to) } } : {}),
      ...(Number.isFinite(extent.future) ? { again: toIso(extent.future) } : {}),
    } satisfies ManifestEntry);
    const last = extent.unread.size > 0 ? { ...page, unread: [...extent.unread] } : page;
    yield* lastPages(last, next, window ? without(window, told) : [], feed.maxLoss, context.now);
    return next;
  }
  return manifest;
}

/** The page that ends a file, with the span it replaces; further pieces of that span on empty pages behind it. */
function* lastPages(
  { rows, token, unread }: Pick<Page, "rows" | "token" | "unread">,
  manifest: Manifest,
  spans: readonly Span[],
  maxLoss: number,
  now: Instant,
): Generator<Page> {
  const pieces: readonly (Span | undefined)[] = spans.length === 0 ? [undefined] : spans;
  for (const [i, span] of pieces.entries()) {
    yield {
      rows: i === 0 ? rows : [],
      token: i === 0 ? token : digest(`${token}/${i}`).slice(0, 32),
      ...(i === 0 && unread ? { unread } : {}),
      ...(span ? { replaces: { ...span, maxLoss } } : {}),
      // A day that is over and told whole is known whole: an hour without a sale in it is a zero.
      ...(span && span.to <= now ? { observedTo: span.to } : {}),
      ...(i === pieces.length - 1 ? { cursor: toCursor(manifest) } : {}),
    };
  }
}
