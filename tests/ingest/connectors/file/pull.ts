/** Opens feeds on a private folder and pulls them as the runner would: one cursor, pages in order. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connector, Cursor, HttpClient, Page, PullContext } from "../../../../ingest/connector.ts";
import { fileConnector } from "../../../../ingest/connectors/file/connector.ts";
import type { Mapped, SourceRecord } from "../../../../src/domain/record.ts";

export const NOW = Date.parse("2026-12-01T12:00:00Z");

const noHttp: HttpClient = {
  json: () => Promise.reject(new Error("no network in this test")),
  text: () => Promise.reject(new Error("no network in this test")),
  bytes: () => Promise.reject(new Error("no network in this test")),
};

export interface Drop {
  readonly folder: string;
  /** Writes a file; `minutesAgo` sets when it was last changed. */
  write(name: string, content: string | Uint8Array, minutesAgo?: number): void;
  [Symbol.dispose](): void;
}

/** A drop folder that goes away with the test: `using drop = makeDrop()`. */
export function makeDrop(): Drop {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-test-"));
  return {
    folder,
    write: (name, content, minutesAgo = 60) => {
      writeFileSync(join(folder, name), content);
      const seconds = NOW / 1000 - minutesAgo * 60;
      utimesSync(join(folder, name), seconds, seconds);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface FeedDouble {
  /** One pull from the kept cursor; what was written before a throw stays in `pages`. */
  pull(context?: Partial<PullContext>): Promise<Pulled>;
  cursor: Cursor | null;
  readonly warnings: string[];
}

export interface Pulled {
  readonly pages: Page[];
  readonly rows: Mapped[];
  readonly records: SourceRecord[];
  /** `reason position field`, in order. */
  readonly rejected: string[];
  readonly details: string[];
  readonly error: unknown;
}

export function openFeed(
  baseDir: string,
  options: unknown,
  given: { zone?: string; sites?: readonly string[]; connector?: Connector } = {},
): FeedDouble {
  const sites = given.sites ?? ["tank"];
  const feed = (given.connector ?? fileConnector).open({
    id: "feed",
    site: sites[0] ?? "",
    sites: new Set(sites),
    zone: given.zone ?? "Europe/Paris",
    options,
    baseDir,
  });
  const [stream] = feed.streams;
  if (!stream) throw new Error("the feed has no stream");
  const double: FeedDouble = {
    cursor: null,
    warnings: [],
    pull: async (context = {}) => {
      const pages: Page[] = [];
      let error: unknown;
      try {
        const log = { info: () => {}, warn: (message: string) => double.warnings.push(message) };
        const signal = new AbortController().signal;
        const base = { from: undefined, until: NOW, now: NOW, http: noHttp, log, signal };
        for await (const page of stream.pull({ ...base, cursor: double.cursor, ...context })) {
          pages.push(page);
          if (page.cursor) double.cursor = page.cursor;
        }
      } catch (caught) {
        error = caught;
      }
      const rows = pages.flatMap((page) => page.rows);
      const records = rows.flatMap((row) => (row.kind === "record" ? [row.record] : []));
      const bad = rows.flatMap((row) => (row.kind === "rejected" ? [row] : []));
      return {
        pages,
        rows,
        records,
        rejected: bad.map((row) => [row.reason, row.position, row.field].filter(Boolean).join(" ")),
        details: bad.map((row) => row.detail),
        error,
      };
    },
  };
  return double;
}

export const iso = (at: number): string => new Date(at).toISOString().replace(":00.000Z", "Z");
