/** xAPI: uses of kiosks as statements in a store of learning records. Traps and choices in NOTES.md. */
import { z } from "zod";
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import { HOUR, type Instant, MINUTE, toIso } from "../../../src/domain/time.ts";
import {
  type CheckResult,
  type Cursor,
  defineConnector,
  type FeedContext,
  type Page,
  type PullContext,
} from "../../connector.ts";
import { digest } from "../digest.ts";
import { siteFinder } from "../kiosk/sites.ts";
import { type XapiApi, xapiApi } from "./api.ts";
import { type XapiOptions, xapiOptions } from "./options.ts";
import { mapStatement, readStatement, type Sense, type Statement, typeOf, VOIDED } from "./statement.ts";

/** For a store that does not say up to where it is complete. */
const LAG_MS = 2 * MINUTE;
const DAY_MS = 24 * HOUR;

const Position = z.object({ v: z.literal(1), since: z.iso.datetime() });

export const xapiConnector = defineConnector({
  type: "xapi",
  options: xapiOptions,
  open: (feed) => {
    const siteOf = siteFinder(feed);
    return {
      streams: [
        {
          name: "statements",
          movable: false,
          windowed: false,
          rescans: [],
          pull: (context) => pull(feed, { options: feed.options, siteOf, until: context.until }, context),
        },
      ],
      check: (context) => check(feed.options, context),
    };
  },
});

async function* pull(
  { options }: FeedContext<XapiOptions>,
  sense: Sense,
  { cursor, from, http, now }: PullContext,
): AsyncGenerator<Page> {
  const api = xapiApi(options, http);
  const before = sinceOf(cursor);
  const first = options.since === undefined ? undefined : Date.parse(options.since);
  const start = from === undefined ? (before ?? first) : Math.min(from, before ?? from);
  let safe: Instant | undefined;
  let read = before;
  for await (const { statements, through, number } of api.statements(start)) {
    // The first page's: what is stored while the others are read may come to lie before them.
    safe ??= through ?? now - LAG_MS;
    const { rows, last } = await mapPage(statements, number, sense, api);
    // TRICKY: `since` is exclusive, and statements sent together are stored at the same instant: a page may end between
    // them. One millisecond back reads them again.
    if (last !== undefined) read = Math.max(read ?? 0, Math.min(last - 1, safe));
    yield { rows, token: digest(rows), ...(read === undefined ? {} : { cursor: cursorAt(read) }) };
  }
}

async function mapPage(
  statements: readonly unknown[],
  number: number,
  sense: Sense,
  api: XapiApi,
): Promise<{ readonly rows: readonly Mapped[]; readonly last: Instant | undefined }> {
  const rows: Mapped[] = [];
  let last: Instant | undefined;
  for (const [index, raw] of statements.entries()) {
    const position = `statements page ${number} row ${index + 1}`;
    const statement = readStatement(raw, position);
    if ("kind" in statement) {
      rows.push(statement);
      continue;
    }
    last = Math.max(last ?? 0, statement.stored);
    rows.push(
      statement.verb.id === VOIDED
        ? await takenBack(statement, position, sense, api)
        : mapStatement(statement, position, sense),
    );
  }
  return { rows, last };
}

/** The statement that a voiding one takes back, as deleted. The list no longer has it, so it is asked for. */
async function takenBack(
  { object, stored }: Statement,
  position: string,
  sense: Sense,
  api: XapiApi,
): Promise<Mapped> {
  if (object.id === undefined) return { kind: "ignored" };
  const raw = await api.voided(object.id);
  if (raw === null) return { kind: "ignored" };
  const statement = readStatement(raw, position);
  const mapped = "kind" in statement ? statement : mapStatement(statement, position, sense);
  if (mapped.kind !== "record") return mapped;
  const version = Math.max(stored, mapped.record.version + 1);
  return { kind: "record", record: { ...mapped.record, version, deleted: true } };
}

/** Null for a first pull or an unreadable cursor: reading again does no harm. */
function sinceOf(cursor: Cursor | null): Instant | undefined {
  const parsed = Position.safeParse(cursor);
  return parsed.success ? Date.parse(parsed.data.since) : undefined;
}

function cursorAt(read: Instant): Cursor {
  return { v: 1, since: toIso(read) };
}

/** Says which verbs of the last day are not read. */
async function check(options: XapiOptions, { http, now }: PullContext): Promise<CheckResult> {
  try {
    const unread = new Set<string>();
    let seen = 0;
    for await (const { statements } of xapiApi(options, http).statements(now - DAY_MS)) {
      for (const raw of statements) {
        const statement = readStatement(raw, "");
        seen += 1;
        if ("kind" in statement || statement.verb.id === VOIDED) continue;
        if (typeOf(statement.verb.id, options) === undefined) unread.add(statement.verb.id);
      }
      if (seen >= 5000) break;
    }
    const others = [...unread].slice(0, 10).join(", ");
    return { ok: true, detail: `${seen} statements within a day${others && `; not counted: ${others}`}` };
  } catch (error) {
    if (!(error instanceof FeedUnavailable) && !(error instanceof FeedChanged)) throw error;
    return { ok: false, problem: error.message, remedy: "check url, user and password of this feed" };
  }
}
