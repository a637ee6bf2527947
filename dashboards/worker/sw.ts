/** Keeps the pages of the tally with their style and scripts, so that they open without a network. Nothing else passes
 *  through here: no other page, no reply of the API, no press. */

/** What the build puts in place: names in /assets, and a hash of them all. */
declare const __BEFFROI_KEPT__: { readonly version: string; readonly files: readonly string[] };

/** The parts of a worker's surroundings that are used here. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(reply: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", on: (event: Lasting) => void): void;
  addEventListener(name: "fetch", on: (event: Asked) => void): void;
}
declare const self: Worker & typeof globalThis;

const PREFIX = "beffroi-tally-";
const NAME = `${PREFIX}${__BEFFROI_KEPT__.version}`;
const ASSETS = new Set(__BEFFROI_KEPT__.files.map((file) => `/assets/${file}`));
const PAGE = /^(\/(en|nl))?\/saisie\/[^/]+$/;
/** A network that has not answered a page by then is as good as none. */
const PATIENCE_MS = 5_000;

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});
self.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin || event.request.method !== "GET") return;
  if (ASSETS.has(pathname)) event.respondWith(asset(event.request));
  else if (event.request.mode === "navigate" && PAGE.test(pathname)) event.respondWith(page(event.request));
});

async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll([...ASSETS]);
  // Pages that an older build has kept name older files: they are asked for anew, with those that are open now.
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  const kept = await Promise.all((await older()).map(async (name) => (await caches.open(name)).keys()));
  const urls = new Set([...open, ...kept.flat()].map(({ url }) => url));
  await Promise.all([...urls].filter(isPage).map((url) => keep(url).catch(() => undefined)));
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  await Promise.all((await older()).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function older(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
}

function isPage(url: string): boolean {
  return PAGE.test(new URL(url).pathname);
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The page as it is now; without a network, as it was last. */
async function page(request: Request): Promise<Response> {
  try {
    // By its address: a request to navigate cannot be sent with anything of our own.
    return await keep(request.url, AbortSignal.timeout(PATIENCE_MS));
  } catch (cause) {
    const kept = await (await caches.open(NAME)).match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw cause;
  }
}

/** Only whole pages are kept: not what says "unauthorized" or "starting". */
async function keep(url: string, signal?: AbortSignal): Promise<Response> {
  const reply = await fetch(url, signal ? { signal } : {});
  if (reply.status === 200 && !reply.redirected) {
    await (await caches.open(NAME)).put(url, reply.clone());
  }
  return reply;
}
