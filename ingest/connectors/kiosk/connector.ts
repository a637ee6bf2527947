/** Events of interactive terminals as JSON Lines files, from a folder or an address. */
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import { type CheckResult, defineConnector, type PullContext } from "../../connector.ts";
import { decodeText } from "../../format/encoding.ts";
import { gunzipped } from "../../format/gunzip.ts";
import { readJsonLines } from "../../format/json-lines.ts";
import { readBytes } from "../../transport/folder.ts";
import { digest } from "../file/digest.ts";
import { pullFiles } from "../file/import-files.ts";
import type { Manifest } from "../file/manifest.ts";
import type { OpenedFile } from "../file/read-file.ts";
import { emptyExtent, type Reading } from "../file/reading.ts";
import {
  type Candidate,
  type Found,
  folderCandidates,
  noClosing,
  urlCandidate,
  urlName,
} from "../file/sources.ts";
import { type KioskReading, mapEvent } from "./map.ts";
import { KioskOptions } from "./options.ts";
import { siteFinder } from "./sites.ts";

/** Raised whenever the same file comes out as other records than in an earlier release. */
const MAPPING = 1;

export const kioskConnector = defineConnector({
  type: "kiosk",
  options: KioskOptions,
  open: (feed) => {
    const siteOf = siteFinder(feed);
    const { path, url, headers, sites, max_bad: maxBad, stable_for: stableFor } = feed.options;
    const candidates = async (context: PullContext, manifest: Manifest | undefined): Promise<Found> => {
      const files = async (): Promise<Candidate[]> => {
        if (path !== undefined) return folderCandidates({ path, baseDir: feed.baseDir, stableFor }, context);
        return url === undefined
          ? []
          : [urlCandidate({ url, headers }, context, manifest?.files[urlName(url)])];
      };
      return { files: await files(), close: noClosing };
    };
    const pull = (context: PullContext) =>
      pullFiles(context, {
        digest: digest(JSON.stringify([MAPPING, feed.site, path, url, sites])).slice(0, 16),
        zone: feed.zone,
        replacing: false,
        window: "rows",
        maxLoss: 0,
        maxBad,
        find: candidates,
        read: (path, reading) => readEvents(readBytes(path), reading, siteOf),
      });
    return {
      streams: [{ name: "events", movable: false, windowed: false, rescans: [], pull }],
      check: (context) => check(() => candidates(context, undefined)),
      remap: ({ row, position, seen, until }) => [
        mapEvent(row.fields, position, { siteOf, version: seen, until }),
      ],
    };
  },
});

function readEvents(
  bytes: AsyncIterable<Uint8Array>,
  reading: Reading,
  siteOf: KioskReading["siteOf"],
): OpenedFile {
  const extent = emptyExtent();
  const rules: KioskReading = {
    siteOf,
    version: reading.version,
    until: reading.until,
    // A terminal whose clock runs ahead: the file is read again once its events have come to pass.
    onFuture: (at) => {
      extent.future = Math.min(extent.future, at);
    },
  };
  const batches = async function* (): AsyncGenerator<readonly Mapped[]> {
    for await (const lines of readJsonLines(decodeText(gunzipped(bytes), "utf-8"))) {
      yield lines.map((line): Mapped => {
        const position = `${reading.file} line ${line.line}`;
        if (line.fault) return { kind: "rejected", position, ...line.fault };
        return mapEvent(line.value, position, rules);
      });
    }
  };
  return { batches: batches(), extent };
}

async function check(candidates: () => Promise<Found>): Promise<CheckResult> {
  try {
    const { files: found } = await candidates();
    return { ok: true, detail: found.length === 1 ? "1 file" : `${found.length} files` };
  } catch (error) {
    if (!(error instanceof FeedUnavailable || error instanceof FeedChanged)) throw error;
    return { ok: false, problem: error.message, remedy: "check path or url" };
  }
}
