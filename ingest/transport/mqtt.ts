/** One visit to an MQTT broker under a lasting session: messages of QoS 1 stay with the broker until they are
 *  acknowledged one by one, which is done when they are stored, not when they arrive. */
import { connect, type IClientOptions, type IConnackPacket, type MqttClient } from "mqtt";
import { FeedUnavailable } from "../../src/domain/errors.ts";

export interface MqttPlace {
  /** `mqtt://host:1883` or `mqtts://host:8883`, without credentials. */
  readonly url: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Lasting name of the session; null = a session that ends with the visit. */
  readonly client: string | null;
  /** Protocol level: 5, or 4 for MQTT 3.1.1. */
  readonly version: 4 | 5;
}

export interface Delivery {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** Tells the broker to forget the message. After the visit it does nothing: the broker sends it again. */
  readonly ack: () => void;
}

export interface MqttVisit {
  /** Whether the broker still had the session: false = what was sent since the last visit is not with it. */
  readonly resumed: boolean;
  /** Lowest quality that the broker granted; below 1, what is sent while nobody listens is lost. */
  readonly granted: number;
  /** Waits up to `idleMs` for a message, then `gatherMs` for more, and hands on up to `max` in order of arrival.
   *  Empty: none came. @throws FeedUnavailable when the connection is lost and nothing is left to hand on */
  take(waits: {
    readonly max: number;
    readonly idleMs: number;
    readonly gatherMs: number;
  }): Promise<Delivery[]>;
  /** Leaves the broker; the session stays. */
  leave(): Promise<void>;
}

/** Messages under way before the first is acknowledged (MQTT 5; with 3.1.1 the broker decides, Mosquitto: 20). */
const WINDOW = 500;
/** A broker that forgets sessions after this long loses what was sent meanwhile, seconds (MQTT 5). */
const SESSION_S = 30 * 86_400;
/** Largest packet that the broker may send, bytes (MQTT 5). */
const MAX_PACKET = 2 ** 20;
const TIMEOUT_MS = 10_000;

/** Connects, subscribes and listens. @throws FeedUnavailable when the broker is away, refuses or stays silent */
export async function visitBroker(
  place: MqttPlace,
  filters: readonly string[],
  signal: AbortSignal,
): Promise<MqttVisit> {
  signal.throwIfAborted();
  const host = new URL(place.url).host;
  const client = connect(place.url, optionsOf(place));
  const inbox = listen(client, host, signal);
  try {
    const { sessionPresent } = await inbox.connected;
    const granted = await subscribe(client, filters, host);
    return { resumed: sessionPresent, granted, take: inbox.take, leave: () => leave(client) };
  } catch (cause) {
    client.end(true);
    throw signal.aborted ? signal.reason : cause;
  }
}

function optionsOf({ user, password, client, version }: MqttPlace): IClientOptions {
  return {
    protocolVersion: version,
    clean: client === null,
    ...(client === null ? {} : { clientId: client }),
    ...(user === undefined ? {} : { username: user }),
    ...(password === undefined ? {} : { password }),
    connectTimeout: TIMEOUT_MS,
    keepalive: 30,
    // A lost connection ends the visit: acknowledgements belong to the connection that delivered.
    reconnectPeriod: 0,
    resubscribe: false,
    ...(version === 5
      ? {
          properties: {
            receiveMaximum: WINDOW,
            maximumPacketSize: MAX_PACKET,
            sessionExpiryInterval: client === null ? 0 : SESSION_S,
          },
        }
      : {}),
  };
}

/** Keeps deliveries in order of arrival until somebody takes them. */
function listen(
  client: MqttClient,
  host: string,
  signal: AbortSignal,
): { readonly connected: Promise<IConnackPacket>; readonly take: MqttVisit["take"] } {
  const waiting: Delivery[] = [];
  let lost: unknown;
  let open = true;
  let wake = () => undefined as undefined;
  const end = (cause: unknown) => {
    open = false;
    lost ??= cause;
    wake();
  };
  const stop = () => {
    end(signal.reason);
    client.end(true);
  };
  signal.addEventListener("abort", stop, { once: true });

  // TRICKY: an error given back means "not acknowledged", and the client reads on; called again without one, the
  // same callback acknowledges. Without this the client reads one message per acknowledgement.
  client.handleMessage = (packet, callback) => {
    const payload = typeof packet.payload === "string" ? Buffer.from(packet.payload) : packet.payload;
    const ack = packet.qos === 0 ? () => undefined : () => (open ? callback() : undefined);
    waiting.push({ topic: packet.topic, payload, ack });
    if (packet.qos === 0) callback();
    else callback(new Error("held until stored"));
    wake();
  };
  const connected = new Promise<IConnackPacket>((resolve, reject) => {
    client.once("connect", resolve);
    client.on("error", (cause) => {
      end(new FeedUnavailable(`no answer: ${describe(cause)} from ${host}`, { cause }));
      reject(lost);
    });
    client.on("disconnect", ({ reasonCode }) => {
      if (reasonCode === 142)
        end(new FeedUnavailable(`session taken over at ${host}: its client id is in use elsewhere`));
    });
    client.on("close", () => {
      signal.removeEventListener("abort", stop);
      end(new FeedUnavailable(`no answer: connection lost to ${host} (tried again later)`));
      reject(lost);
    });
  });

  const arrival = (ms: number, enough: number): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        wake = () => undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      wake = () => (waiting.length >= enough || !open ? void done() : undefined);
      wake();
    });

  return {
    connected,
    async take({ max, idleMs, gatherMs }) {
      await arrival(idleMs, 1);
      if (waiting.length > 0) await arrival(gatherMs, max);
      if (waiting.length === 0 && !open) throw lost;
      return waiting.splice(0, max);
    },
  };
}

async function subscribe(client: MqttClient, filters: readonly string[], host: string): Promise<number> {
  try {
    // Retained messages come with a new subscription only, not with each visit (MQTT 5).
    const topics = Object.fromEntries(filters.map((filter) => [filter, { qos: 1 as const, rh: 1 }]));
    const granted = await within(client.subscribeAsync(topics), host);
    const refused = granted.find(({ qos }) => qos >= 128);
    if (refused) throw new FeedUnavailable(`subscription refused by ${host}: check the account's rights`);
    return Math.min(1, ...granted.map(({ qos }) => qos));
  } catch (cause) {
    if (cause instanceof FeedUnavailable) throw cause;
    throw new FeedUnavailable(`subscription refused by ${host}: check topics and the account's rights`, {
      cause,
    });
  }
}

async function leave(client: MqttClient): Promise<void> {
  await within(client.endAsync(false), "the broker").catch(() => client.end(true));
}

async function within<T>(promise: Promise<T>, host: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new FeedUnavailable(`no answer within ${TIMEOUT_MS} ms from ${host}`)),
      TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Refusals by code of MQTT 3.1.1 and 5; the client's own messages may repeat what it was given. */
function describe(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === 4 || code === 134) return "user or password refused or expired";
  if (code === 5 || code === 135) return "account not authorized or expired";
  if (code === 1 || code === 132) return "protocol version refused (set version: 4)";
  if (code === 2 || code === 133) return "client id refused";
  return typeof code === "string" ? code : "a cut or silent connection";
}
