/** The cursor of a file stream: which files have been read, in which form. Nothing is forgotten when a file leaves
 *  the folder, so one that comes back unchanged is not read again. */
import { z } from "zod";
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Instant, Span } from "../../../src/domain/time.ts";
import type { Cursor } from "../../connector.ts";

const Entry = z.object({
  sha256: z.string(),
  /** ISO 8601: when the file was last written, by its own folder or server. */
  modified: z.iso.datetime(),
  /** Fingerprint that saves the reading of an untouched file. */
  stamp: z.string().optional(),
  etag: z.string().optional(),
  last_modified: z.string().optional(),
  rows: z.int(),
  rejected: z.int(),
  /** Span of instants that the file tells, in `replace-window` mode. */
  window: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }).optional(),
  /** The file holds rows that were still to come: it is read again from this instant on. */
  again: z.iso.datetime().optional(),
});
export type ManifestEntry = z.infer<typeof Entry>;

const Manifest = z.object({
  v: z.literal(1),
  /** Digest of the options the files were read with. */
  options: z.string(),
  /** Files read so far, counting each form: makes the token of a file that returns to an earlier form a new one. */
  imports: z.int(),
  files: z.record(z.string(), Entry),
});
export type Manifest = z.infer<typeof Manifest>;

/** Oldest entries beyond this many are dropped; their files, if still there, would be read again. */
const MOST = 5000;

/** The manifest in a cursor. Files count as unread when they were read with other options.
 *  @throws FeedChanged for a cursor of another form. */
export function readManifest(cursor: Cursor | null, options: string): Manifest {
  if (cursor === null) return { v: 1, options, imports: 0, files: {} };
  const parsed = Manifest.safeParse(cursor);
  if (!parsed.success)
    throw new FeedChanged("invalid cursor of a file feed: reset it to read the files again");
  return parsed.data.options === options ? parsed.data : { ...parsed.data, options, files: {} };
}

/** A manifest with one more file. */
export function withFile(manifest: Manifest, name: string, entry: ManifestEntry): Manifest {
  const files = Object.entries({ ...manifest.files, [name]: entry });
  if (files.length > MOST) files.sort(([, a], [, b]) => (a.modified < b.modified ? 1 : -1)).length = MOST;
  return { ...manifest, imports: manifest.imports + 1, files: Object.fromEntries(files) };
}

/** A manifest in which a file read before has a newer stamp. */
export function touched(
  manifest: Manifest,
  name: string,
  remember: Pick<ManifestEntry, "stamp" | "etag" | "last_modified">,
): Manifest {
  const entry = manifest.files[name];
  if (!entry) return manifest;
  return { ...manifest, files: { ...manifest.files, [name]: { ...entry, ...remember } } };
}

/** Form in which the runner keeps it. */
export function toCursor(manifest: Manifest): Cursor {
  return JSON.parse(JSON.stringify(manifest));
}

/** Spans told by files written after `modified` (by name when at the same time), other than `name`. */
export function toldByNewer(manifest: Manifest, name: string, modified: Instant): Span[] {
  return Object.entries(manifest.files).flatMap(([other, entry]) => {
    const written = Date.parse(entry.modified);
    const newer = written > modified || (written === modified && other > name);
    if (other === name || !newer || !entry.window) return [];
    return [{ from: Date.parse(entry.window.from), to: Date.parse(entry.window.to) }];
  });
}
