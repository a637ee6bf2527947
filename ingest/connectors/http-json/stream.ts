/** One stream of the description: where to begin, what to read, how far it has been read, what to withdraw. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import { HOUR, type Instant, MINUTE, type Span, startOfDay, type Zone } from "../../../src/domain/time.ts";
import type { Page, PullContext, Stream } from "../../connector.ts";
import { digest } from "../digest.ts";
import type { Api } from "./api.ts";
import { cursorAt, followFacts, sinceOf } from "./cursor.ts";
import { makeMapper } from "./map.ts";
import type { EngineOptions, StreamOptions } from "./options.ts";
import { scan, serverClock } from "./scan.ts";
import { spansOf } from "./spans.ts";

const DAY_MS = 24 * HOUR;
const FIRST_READ_MS = 730 * DAY_MS;
/** Later than anything that is sold today. */
const FAR = Date.UTC(2200, 0);

export interface Bound {
  readonly name: string;
  readonly options: EngineOptions;
  readonly stream: StreamOptions;
  readonly site: string;
  readonly zone: Zone;
  readonly api: Api;
}

export function makeStream(bound: Bound): Stream {
  const { stream, name } = bound;
  const { mode, rescan, rescans } = stream;
  return {
    name,
    movable: mode !== "append",
    windowed: mode === "replace-window" || mode === "snapshot" || (rescan === "all" && rescans.length > 0),
    rescans: rescans.map(({ every, back }) => ({ everyMs: every, backMs: back })),
    pull: (context) => pull(bound, context),
  };
}

async function* pull(bound: Bound, context: PullContext): AsyncGenerator<Page> {
  const { options, stream, name, site, zone, api } = bound;
  const before = sinceOf(context.cursor);
  const all = stream.rescan === "all" && context.from !== undefined;
  const since = all || stream.mode === "snapshot" ? undefined : scanStart(bound, context, before);
  const { parameters } = options;
  const map = makeMapper({ stream, name, site, zone, parameters, until: context.until }, context.now);
  const windows = windowsOf(bound, context, since);
  const bad = badRows(name, stream.maxBad);
  let end: Instant | undefined;
  let server: Instant | undefined;
  for (const [index, window] of windows.entries()) {
    const on = { api, options, zone, context, since, ...(window ? { window } : {}) };
    for await (const { page, parents } of scan(name, on)) {
      // The clock of the scan's first page: whatever changes later is the next pull's.
      server ??= (await serverClock(page.reply, stream, zone)) ?? context.now;
      const rows = await map(page, parents, server);
      bad.add(rows);
      end = endOf(rows, end);
      yield { rows, token: digest(rows) };
    }
    bad.check();
    if (index === windows.length - 1) break;
    yield { rows: [], token: digest([window]), ...cursorAt(before, followFacts(before, end, context.now)) };
  }
  const readTo = Math.min(server ?? context.now, context.now, context.until);
  yield {
    rows: [],
    token: digest([readTo]),
    ...cursorAt(before, stream.window ? followFacts(before, end, context.now) : readTo),
    ...(stream.vouches ? { observedTo: readTo } : {}),
    ...replaced(bound, context, before, windows),
  };
}

/** End of the last fact so far. */
function endOf(rows: readonly Mapped[], end: Instant | undefined): Instant | undefined {
  let last = end;
  for (const row of rows)
    if (row.kind === "record") last = Math.max(last ?? 0, row.record.at + row.record.minutes * MINUTE);
  return last;
}

/** Below so many rows set aside, a share says nothing. */
const FEW = 20;

/** Counts what is set aside. */
function badRows(name: string, maxBad: number): { add(rows: readonly Mapped[]): void; check(): void } {
  let all = 0;
  let bad = 0;
  let field = "";
  return {
    add(rows) {
      all += rows.length;
      for (const row of rows) {
        if (row.kind !== "rejected") continue;
        bad += 1;
        field ||= row.field ?? row.reason;
      }
    },
    /** @throws FeedChanged when most rows are not what the mapping expects */
    check() {
      if (bad >= FEW && bad > maxBad * all)
        throw new FeedChanged(`invalid rows: ${bad} of ${all} of ${name} set aside, the first for ${field}`);
    },
  };
}

function scanStart(
  { stream, zone }: Bound,
  { from }: PullContext,
  before: Instant | null,
): Instant | undefined {
  const first = stream.start === undefined ? undefined : startOfDay(stream.start, zone);
  if (before === null) return from === undefined ? first : Math.max(from, first ?? from);
  return Math.max(Math.min(before - stream.lookback, from ?? before), first ?? 0);
}

/** One undefined window where the API is asked without one. */
function windowsOf(
  { stream, zone }: Bound,
  { until }: PullContext,
  since: Instant | undefined,
): readonly (Span | undefined)[] {
  if (!stream.window) return [undefined];
  return spansOf(since ?? until - FIRST_READ_MS, until, stream.window.days, zone);
}

/** What a complete scan may withdraw. Never on a first pull: there is nothing yet. */
function replaced(
  { stream }: Bound,
  { from, until }: PullContext,
  before: Instant | null,
  windows: readonly (Span | undefined)[],
): Pick<Page, "replaces"> {
  if (before === null) return {};
  const { maxLoss, mode } = stream;
  if (mode === "snapshot") return { replaces: { from: 0, to: FAR, maxLoss } };
  if (mode === "replace-window") return { replaces: { from: windows[0]?.from ?? until, to: until, maxLoss } };
  if (stream.rescan === "all" && from !== undefined) return { replaces: { from, to: FAR, maxLoss } };
  return {};
}
