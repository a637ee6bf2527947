/** HTTP for connectors: rate budget per host, time limits, retries with back-off or as Retry-After says, bounded
 *  bodies, and errors that say what to do without ever showing a secret or a piece of a body. */
import { FeedChanged, FeedUnavailable } from "../../src/domain/errors.ts";
import type { HttpClient, HttpReply, HttpRequest } from "../connector.ts";
import { boundedBody, collectBytes } from "./body.ts";
import { type Effects, realEffects } from "./effects.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limit.ts";
import { RefusedCredentials, UnexpectedStatus } from "./refusals.ts";
import { backOffMs, isRetriable, retryAfterMs } from "./retry.ts";
import { parseUrl, placeOf, send } from "./send.ts";

export interface HttpOptions {
  readonly effects: Effects;
  /** Shared by all clients of a process. */
  readonly limiter: RateLimiter;
  /** Aborts waiting, sending and reading. */
  readonly signal: AbortSignal;
  /** Time to the reply's head, and the longest silence within its body, ms. @default 30 000 */
  readonly timeoutMs: number;
  /** Requests in all before giving up. @default 5 */
  readonly tries: number;
  /** Longest wait between two tries; a source that asks for more is left until its next turn, ms.
   *  @default 120 000 */
  readonly maxWaitMs: number;
  /** Largest body of `json` and `text`, bytes after decompression. @default 32 MiB */
  readonly maxBytes: number;
}

/** A client with the given options, the rest by default. */
export function createHttpClient(given: Partial<HttpOptions> = {}): HttpClient {
  const effects = given.effects ?? realEffects;
  const options: HttpOptions = {
    limiter: createRateLimiter(undefined, effects),
    signal: new AbortController().signal,
    timeoutMs: 30_000,
    tries: 5,
    maxWaitMs: 120_000,
    maxBytes: 32 * 2 ** 20,
    ...given,
    effects,
  };
  return {
    text: (request) => attempt(request, options, readText),
    json: (request) => {
      const headers = { accept: "application/json", ...request.headers };
      return attempt({ ...request, headers }, options, readJson);
    },
    bytes: (request) => attempt(request, options, streamBytes),
  };
}

type Read<Body> = (reply: Response, place: string, options: HttpOptions) => Promise<Body>;

async function attempt<Body>(
  request: HttpRequest,
  options: HttpOptions,
  read: Read<Body>,
): Promise<HttpReply<Body>> {
  const { limiter, signal, effects } = options;
  const place = placeOf(request);
  const host = parseUrl(request.url).host;
  for (let n = 1; ; n++) {
    signal.throwIfAborted();
    await limiter.acquire(host, signal);
    const outcome = await once(request, place, options, read);
    if (outcome.kind === "reply") return outcome.reply;
    const waitMs = outcome.retryAfterMs ?? backOffMs(n, effects.random());
    if (n >= options.tries || waitMs > options.maxWaitMs) {
      throw new FeedUnavailable(
        `no answer: ${outcome.problem} from ${place} after ${n} tries (tried again later)`,
        {
          cause: outcome.cause,
          ...(outcome.retryAfterMs === undefined ? {} : { retryAfterMs: outcome.retryAfterMs }),
        },
      );
    }
    if (outcome.retryAfterMs !== undefined) limiter.pause(host, effects.now() + waitMs);
    await effects.sleep(waitMs, signal);
  }
}

type Outcome<Body> =
  | { readonly kind: "reply"; readonly reply: HttpReply<Body> }
  | {
      readonly kind: "failed";
      readonly problem: string;
      readonly cause?: unknown;
      readonly retryAfterMs?: number;
    };

async function once<Body>(
  request: HttpRequest,
  place: string,
  options: HttpOptions,
  read: Read<Body>,
): Promise<Outcome<Body>> {
  const { signal, effects, timeoutMs } = options;
  const head = new AbortController();
  const timer = setTimeout(() => head.abort(new Error(`no reply within ${timeoutMs} ms`)), timeoutMs);
  try {
    const reply = await send(effects.fetch, request, AbortSignal.any([signal, head.signal]));
    clearTimeout(timer);
    if (reply.ok) {
      return { kind: "reply", reply: { ...headOf(reply), body: await read(reply, place, options) } };
    }
    await reply.body?.cancel();
    if (reply.status === 401 || reply.status === 403) {
      const challenge = reply.headers.get("www-authenticate") ?? undefined;
      throw new RefusedCredentials(reply.status, place, challenge);
    }
    if (!isRetriable(reply.status)) throw new UnexpectedStatus(reply.status, place);
    const asked = retryAfterMs(reply.headers.get("retry-after"), effects.now());
    const problem = `status ${reply.status}`;
    return { kind: "failed", problem, ...(asked === undefined ? {} : { retryAfterMs: asked }) };
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof FeedChanged || cause instanceof FeedUnavailable) throw cause;
    return { kind: "failed", problem: describe(cause), cause };
  } finally {
    clearTimeout(timer);
  }
}

function headOf(reply: Response): { readonly status: number; readonly headers: Headers } {
  return { status: reply.status, headers: reply.headers };
}

/** The system's error code where there is one: messages of fetch may repeat the address with its query. */
function describe(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (inner instanceof Error && "code" in inner && typeof inner.code === "string") return inner.code;
  return "a cut or silent connection";
}

const readText: Read<string> = async (reply, place, { maxBytes, timeoutMs }) => {
  const bytes = await collectBytes(boundedBody(reply.body, { maxBytes, idleMs: timeoutMs, place }));
  return new TextDecoder().decode(bytes);
};

const readJson: Read<unknown> = async (reply, place, options) => {
  const text = await readText(reply, place, options);
  try {
    return JSON.parse(text);
  } catch {
    // No cause: its message quotes the body, which may hold personal data.
    throw new FeedChanged(
      `invalid JSON: ${text.length} characters from ${place} (is this the API's address?)`,
    );
  }
};

/** Not retried once it flows: the runner pulls the stream again from its cursor. */
const streamBytes: Read<AsyncIterable<Uint8Array>> = async (reply, place, { timeoutMs, signal }) => {
  const pieces = boundedBody(reply.body, { maxBytes: Number.POSITIVE_INFINITY, idleMs: timeoutMs, place });
  return (async function* () {
    try {
      yield* pieces;
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      const problem = `${describe(cause)} in the middle of ${place}`;
      throw new FeedUnavailable(`no answer: ${problem} (tried again later)`, { cause });
    }
  })();
};
