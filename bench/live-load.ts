/** Holds live connections open and looks at pages at a steady pace; prints what it saw as JSON.
 *  `node bench/live-load.ts URL CONNECTIONS VIEWS_PER_SECOND SECONDS`, loopback only. */
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const [, , url = "", connections = "500", perSecond = "50", seconds = "20"] = process.argv;
if (new URL(url).hostname !== "127.0.0.1")
  throw new Error(`invalid address: ${url} (only 127.0.0.1 is asked)`);

const PAGES = ["/", "/frequentation", "/previsions/site-0", "/en", "/nl/frequentation"];
const agent = new Agent({ keepAlive: true, maxSockets: 100 });
const events: string[][] = [];
/** First and last arrival of each event, ms. */
const arrivals = new Map<string, { readonly first: number; last: number }>();
const views: number[] = [];
let failed = 0;

function get(path: string, headers: Record<string, string>, pool?: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url + path, { headers, ...(pool ? { agent: pool } : { agent: false }) }, resolve)
      .on("error", reject)
      .end();
  });
}

async function hold(): Promise<IncomingMessage> {
  const ids: string[] = [];
  events.push(ids);
  const reply = await get("/api/v1/live", { accept: "text/event-stream" });
  let rest = "";
  reply.setEncoding("utf8").on("data", (part: string) => {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("id: ")) note(ids, line.slice(4));
  });
  return reply;
}

function note(ids: string[], id: string): void {
  ids.push(id);
  const at = performance.now();
  const known = arrivals.get(id);
  if (known) known.last = at;
  else arrivals.set(id, { first: at, last: at });
}

async function view(path: string, due: number): Promise<void> {
  const reply = await get(path, { accept: "text/html", "accept-encoding": "gzip" }, agent);
  for await (const _part of reply);
  if (reply.statusCode === 200) views.push(performance.now() - due);
  else failed++;
}

// The very first view of each page after a start works out what is kept for days; it is told apart.
const firsts: number[] = [];
for (const path of PAGES) {
  const due = performance.now();
  await view(path, due);
  firsts.push(performance.now() - due);
}
views.length = 0;

const held = await Promise.all(Array.from({ length: Number(connections) }, hold));
// Events of the time in which connections came one by one were not for all of them.
await sleep(3_000);
for (const ids of events) ids.length = 0;
arrivals.clear();
const began = performance.now();
const asked: Promise<void>[] = [];
for (let i = 0; i < Number(perSecond) * Number(seconds); i++) {
  // Due by the clock, not after the view before: a server that is late is not spared.
  const due = began + (i * 1000) / Number(perSecond);
  if (due > performance.now()) await sleep(due - performance.now());
  asked.push(view(PAGES[i % PAGES.length] ?? "/", due).catch(() => void failed++));
}
await Promise.all(asked);
// The last event is under way to some of them.
await sleep(1_000);
const seen = events.map((ids) => [...ids]);
for (const reply of held) reply.destroy();
agent.destroy();
const spreads = [...arrivals.values()].map(({ first, last }) => last - first);
process.stdout.write(JSON.stringify({ views, firsts, failed, events: seen, spreads }));
