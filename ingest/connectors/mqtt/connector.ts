/** Messages of an MQTT broker as facts. A pull visits the broker under a lasting session and takes what was kept for
 *  it: nothing has to stay connected. Traps and choices in NOTES.md. */
import { ConfigError, FeedUnavailable } from "../../../src/domain/errors.ts";
import {
  type CheckResult,
  defineConnector,
  type FeedContext,
  type Page,
  type PullContext,
} from "../../connector.ts";
import { type MqttPlace, visitBroker } from "../../transport/mqtt.ts";
import { drain } from "./drain.ts";
import { type MqttSense, mapMessage, remapRow } from "./map.ts";
import { MqttOptions } from "./options.ts";
import { filterOf } from "./topics.ts";

export const mqttConnector = defineConnector({
  type: "mqtt",
  options: MqttOptions,
  open: (feed) => {
    checkSites(feed);
    return {
      streams: [
        {
          name: "messages",
          movable: false,
          windowed: false,
          rescans: [],
          pull: (context) => pull(feed, context),
        },
      ],
      check: (context) => check(feed, context),
      remap: (row) => remapRow(row, { ...feed, now: row.seen }),
    };
  },
});

async function* pull(feed: FeedContext<MqttOptions>, context: PullContext): AsyncGenerator<Page> {
  const { options } = feed;
  const client = options.client ?? `beffroi-${feed.id}`;
  const cursor = { v: 1, session: client };
  const known = context.cursor?.session === client;
  const visit = await visitBroker(placeOf(options, client), options.topics.map(filterOf), context.signal);
  try {
    if (known && !visit.resumed)
      context.log.warn(
        `${feed.id}: the broker forgot the session; what was sent since the last pull is lost`,
      );
    if (visit.granted < 1)
      context.log.warn(`${feed.id}: the broker keeps nothing (QoS 0); what is sent between pulls is lost`);
    const sense: MqttSense = { options, site: feed.site, sites: feed.sites, now: context.now };
    // The session is there from now on, whether or not anything comes.
    if (!known) yield { rows: [], token: `session ${client}`, cursor };
    yield* drain(
      visit,
      {
        idleMs: options.idle * 1000,
        longestMs: options.longest * 1000,
        cursor,
        map: ({ topic, payload }, position) => mapMessage(topic, payload, position, sense),
      },
      context.signal,
    );
  } finally {
    await visit.leave();
  }
}

/** Under a session of its own that ends with it: the feed's may be in use, and its messages are not for a check. */
async function check({ options }: FeedContext<MqttOptions>, context: PullContext): Promise<CheckResult> {
  try {
    const visit = await visitBroker(placeOf(options, null), options.topics.map(filterOf), context.signal);
    await visit.leave();
    if (visit.granted < 1) {
      const problem = "the broker grants QoS 0 only: what is sent between pulls is lost";
      return { ok: false, problem, remedy: "allow QoS 1 at the broker" };
    }
    return { ok: true, detail: `subscribed to ${options.topics.join(", ")}` };
  } catch (error) {
    if (!(error instanceof FeedUnavailable)) throw error;
    return { ok: false, problem: error.message, remedy: "check url, user, password and topics of this feed" };
  }
}

function placeOf({ url, user, password, version }: MqttOptions, client: string | null): MqttPlace {
  return { url, user, password, version, client };
}

/** @throws ConfigError naming every site that the territory does not have. */
function checkSites(feed: FeedContext<MqttOptions>): void {
  const wrong = Object.entries(feed.options.sites ?? {}).filter(([, site]) => !feed.sites.has(site));
  if (wrong.length === 0) return;
  throw new ConfigError(
    wrong.map(([gate, site]) => ({
      path: `options.sites[${gate}]`,
      value: site,
      remedy: "no site of this territory; add the site or correct its id",
    })),
  );
}
