/** The storage API: uplinks as one JSON object a line, oldest first, a page at a time. */
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import { type Instant, toIso } from "../../../src/domain/time.ts";
import type { HttpClient } from "../../connector.ts";
import type { TheThingsStackOptions } from "./options.ts";
import { readUplink, type Uplink } from "./uplink.ts";

/** Asked for at once; a server may give fewer, so a short page is not the last one. */
const LIMIT = 1000;
/** Pages of one reading: 5 million uplinks. */
const MAX_PAGES = 5000;

/** Uplinks received after an instant, oldest first, each once; simulated ones without numbers.
 *  @throws FeedChanged when a line is no uplink; FeedUnavailable when the stack breaks off with an error */
export async function* uplinksAfter(
  options: TheThingsStackOptions,
  http: HttpClient,
  after: Instant,
): AsyncGenerator<readonly Uplink[]> {
  let from = toIso(after);
  let last = new Set<string>();
  for (let page = 0; page < MAX_PAGES; page++) {
    const values = await readPage(options, http, from);
    const uplinks = values.map(uplinkOf);
    const fresh = uplinks.filter(({ id }) => !last.has(id));
    if (fresh.length === 0) return;
    yield fresh;
    last = new Set(uplinks.map(({ id }) => id));
    from = uplinks.at(-1)?.received ?? from;
  }
}

async function readPage(
  { url, application, key }: TheThingsStackOptions,
  http: HttpClient,
  after: string,
): Promise<unknown[]> {
  const query = new URLSearchParams({ after, limit: String(LIMIT), order: "received_at" });
  const path = `/api/v3/as/applications/${application}/packages/storage/uplink_message`;
  const { body } = await http.text({
    url: `${url.replace(/\/+$/, "")}${path}?${query}`,
    headers: { authorization: `Bearer ${key}`, accept: "text/event-stream" },
  });
  return body.split("\n").flatMap((line) => (line.trim() === "" ? [] : [resultOf(line)]));
}

function uplinkOf(value: unknown): Uplink {
  const uplink = readUplink(value);
  if (!uplink) throw new FeedChanged("invalid reply: an uplink of the storage API has another shape");
  return uplink;
}

function resultOf(line: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // No cause: its message quotes the line.
    throw new FeedChanged(
      `invalid reply: a line of ${line.length} characters is no JSON (is this the API's address?)`,
    );
  }
  if (typeof value !== "object" || value === null)
    throw new FeedChanged("invalid reply: a line holds no object");
  if ("error" in value)
    throw new FeedUnavailable("no answer: the stack broke off with an error (tried again later)");
  return "result" in value ? value.result : undefined;
}
