/** The Things Stack: people counters on LoRaWAN, by the storage API. Traps and choices in NOTES.md. */
import { ConfigError, FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import { HOUR, type Instant, MINUTE } from "../../../src/domain/time.ts";
import {
  type CheckResult,
  defineConnector,
  type FeedContext,
  type Page,
  type PullContext,
} from "../../connector.ts";
import { digest } from "../digest.ts";
import { cursorAt, positionOf } from "./cursor.ts";
import { mapReadings, type Sense } from "./map.ts";
import { type TheThingsStackOptions, theThingsStackOptions } from "./options.ts";
import { type Reading, readingsOf } from "./readings.ts";
import { uplinksAfter } from "./storage.ts";

const DAY_MS = 24 * HOUR;
/** What the cloud keeps; the sandbox keeps a day. */
const RETENTION_MS = 30 * DAY_MS;
/** Before the oldest late reading, so that its neighbour is read too. */
const MARGIN_MS = 3 * HOUR;

export const theThingsStackConnector = defineConnector({
  type: "the-things-stack",
  options: theThingsStackOptions,
  open: (feed) => {
    checkSites(feed);
    return {
      streams: [
        {
          name: "uplinks",
          // A late reading moves the start of the span behind it.
          movable: true,
          windowed: false,
          rescans: [{ everyMs: DAY_MS, backMs: 3 * DAY_MS }],
          pull: (context) => pull(feed, context),
        },
      ],
      check: (context) => check(feed.options, context),
    };
  },
});

async function* pull(feed: FeedContext<TheThingsStackOptions>, context: PullContext): AsyncGenerator<Page> {
  const { from, now, until } = context;
  const position = positionOf(context.cursor);
  const oldest = now - RETENTION_MS;
  const start = Math.max(oldest, Math.min(position?.start ?? from ?? oldest, from ?? now));
  const base = position?.base ?? [];
  let read = await readAll(feed.options, context, start);
  const first = read.readings.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  // Retransmitted readings lie before what was asked for: without their neighbours they have no difference.
  if (position && first < start - MINUTE) {
    read = await readAll(feed.options, context, Math.max(oldest, first - MARGIN_MS));
  }
  const through = Math.max(position?.through ?? 0, read.through);
  if (through === 0) return;
  const readings = [...base, ...read.readings].filter(({ at }) => at <= until);
  const rows = mapReadings(readings, senseOf(feed, now));
  yield { rows, token: digest(rows), cursor: cursorAt(through, readings) };
}

async function readAll(
  options: TheThingsStackOptions,
  { http }: PullContext,
  after: Instant,
): Promise<{ readonly readings: readonly Reading[]; readonly through: Instant }> {
  const readings: Reading[] = [];
  let through = 0;
  for await (const uplinks of uplinksAfter(options, http, after)) {
    for (const uplink of uplinks) {
      through = Math.max(through, uplink.receivedAt);
      readings.push(...readingsOf(uplink, options.devices));
    }
  }
  return { readings, through };
}

function senseOf({ options, site }: FeedContext<TheThingsStackOptions>, now: Instant): Sense {
  const deviceOf = (gate: string) => options.devices[gate.split(":")[0] ?? ""];
  return {
    siteOf: (gate) => deviceOf(gate)?.site ?? site,
    periodOf: (gate) => deviceOf(gate)?.period ?? 0,
    now,
  };
}

async function check(options: TheThingsStackOptions, context: PullContext): Promise<CheckResult> {
  try {
    const seen = new Set<string>();
    for await (const uplinks of uplinksAfter(options, context.http, context.now - DAY_MS)) {
      for (const { device } of uplinks) seen.add(device);
    }
    const silent = Object.keys(options.devices).filter((id) => !seen.has(id));
    if (silent.length === 0) return { ok: true, detail: `${seen.size} devices heard within a day` };
    const others = [...seen].filter((id) => !Object.hasOwn(options.devices, id)).slice(0, 20);
    return {
      ok: false,
      problem: `nothing within a day from ${silent.join(", ")}`,
      remedy: others.length > 0 ? `other devices were heard: ${others.join(", ")}` : "look after the devices",
    };
  } catch (error) {
    if (!(error instanceof FeedUnavailable) && !(error instanceof FeedChanged)) throw error;
    return { ok: false, problem: error.message, remedy: "check url, application and key of this feed" };
  }
}

/** @throws ConfigError naming every site that the territory does not have. */
function checkSites(feed: FeedContext<TheThingsStackOptions>): void {
  const wrong = Object.entries(feed.options.devices).filter(
    ([, { site }]) => site !== undefined && !feed.sites.has(site),
  );
  if (wrong.length === 0) return;
  throw new ConfigError(
    wrong.map(([id, { site }]) => ({
      path: `options.devices.${id}.site`,
      value: site ?? "",
      remedy: "no site of this territory; add the site or correct its id",
    })),
  );
}
