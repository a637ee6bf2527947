/** A stand-in for a store of learning records (LRS), as of a clock. Traps kept: statements show a little after they are
 *  stored, not in order; `since` is exclusive; batches stored at one instant; pages shorter than asked for, by a `more`
 *  that is relative; voided statements are listed no longer; an actor and answers in every statement. */
import type { IncomingMessage } from "node:http";
import type { Instant } from "../../src/domain/time.ts";
import { Faults } from "./faults.ts";
import { type Answer, type Handler, ok, refuse, write } from "./reply.ts";

export interface StoredStatement {
  readonly id: string;
  readonly verb: string;
  readonly object: string;
  /** Absent or empty: the statement does not say. */
  readonly platform?: string;
  readonly language?: string;
  readonly timestamp: Instant;
  readonly stored: Instant;
  /** From here on it is listed. */
  readonly visibleAt: Instant;
}

export interface XapiState {
  readonly statements: StoredStatement[];
}

export interface XapiStandInOptions {
  readonly clock: () => Instant;
  readonly user: string;
  /** The one valid password; change it and the old one has expired. */
  key: string;
  readonly faults?: Faults;
  /** Statements in a page at most, whatever is asked for. @default 40 */
  readonly pageSize?: number;
}

/** Nothing shows later than this after it was stored. */
const VISIBLE_MS = 5000;
const VOIDED = "http://adlnet.gov/expapi/verbs/voided";

/** The store as a request handler: `/xAPI/statements`, `/xAPI/more/…`. */
export function createXapiStandIn(state: XapiState, options: XapiStandInOptions): Handler {
  const faults = options.faults ?? new Faults();
  return (request, response) => {
    const fault = faults.take(request.url ?? "/");
    const now = options.clock();
    write(request, response, { answer: route(request, state, options, now), fault, now });
  };
}

function route(
  request: IncomingMessage,
  state: XapiState,
  { user, key, pageSize = 40 }: XapiStandInOptions,
  now: Instant,
): Answer {
  const account = `Basic ${Buffer.from(`${user}:${key}`).toString("base64")}`;
  if (request.headers.authorization !== account) return refuse(401, "bad account");
  if (!/^1\.0\./.test(String(request.headers["x-experience-api-version"])))
    return refuse(400, "a version is expected");
  const url = new URL(request.url ?? "/", "http://stand-in");
  const seen = state.statements.filter(({ visibleAt }) => visibleAt <= now);
  const voids = new Set(seen.flatMap(({ verb, object }) => (verb === VOIDED ? [object] : [])));
  const headers = { "x-experience-api-consistent-through": new Date(now - VISIBLE_MS).toISOString() };
  const query = url.searchParams;
  const wanted = query.get("voidedStatementId");
  if (wanted !== null) {
    const found = seen.find(({ id }) => id === wanted && voids.has(id));
    return found ? ok(toJson(found), headers) : refuse(404, "no such statement");
  }
  const [, place] = /^\/xAPI\/more\/([\w-]+)$/.exec(url.pathname) ?? [];
  if (place === undefined && url.pathname !== "/xAPI/statements") return refuse(404, "not found");
  const after = place === undefined ? firstOf(query.get("since")) : decode(place);
  const listed = seen
    .filter(({ id }) => !voids.has(id))
    .filter(({ id, stored }) => stored > after.stored || (stored === after.stored && id > after.id))
    .sort((a, b) => a.stored - b.stored || (a.id < b.id ? -1 : 1));
  const page = listed.slice(0, pageSize);
  const last = page.at(-1);
  const more = last && listed.length > page.length ? `/xAPI/more/${encode(last)}` : "";
  return ok({ statements: page.map(toJson), more }, headers);
}

type Place = Pick<StoredStatement, "stored" | "id">;

/** `~` comes after every id: `since` itself is left out. */
function firstOf(since: string | null): Place {
  return since === null
    ? { stored: Number.NEGATIVE_INFINITY, id: "" }
    : { stored: Date.parse(since), id: "~" };
}

function encode({ stored, id }: Place): string {
  return `${stored}_${id}`;
}

function decode(text: string): Place {
  const [stored = "", id = ""] = text.split("_");
  return { stored: Number(stored), id };
}

function toJson({ id, verb, object, platform, language, timestamp, stored }: StoredStatement): object {
  const iso = (at: Instant) => new Date(at).toISOString().replace("Z", "4567Z");
  return {
    id,
    actor: { objectType: "Agent", name: "Alix Exemple", mbox: "mailto:alix@example.org" },
    verb: { id: verb, display: { fr: "a vu" } },
    object:
      verb === VOIDED
        ? { objectType: "StatementRef", id: object }
        : {
            objectType: "Activity",
            id: object,
            definition: { name: { fr: "Plan" }, description: { fr: "Exemple" } },
          },
    result: { response: "appeler le +33123456789", score: { raw: 7 } },
    context: {
      registration: "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
      instructor: { account: { homePage: "https://example.org", name: "secret-account" } },
      ...(platform === undefined || platform === "" ? {} : { platform }),
      ...(language === undefined ? {} : { language }),
    },
    timestamp: iso(timestamp),
    stored: iso(stored),
    authority: { objectType: "Agent", account: { homePage: "https://example.org", name: "secret-account" } },
    version: "1.0.3",
  };
}
