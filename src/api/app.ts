/** The service as an Express app. It is handed everything it uses: views, renderer, clock; it opens no store. */
import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import { type DocumentFacts, NOTHING_KNOWN } from "../contract/documents.ts";
import { FORM_PREFIX } from "../contract/forms.ts";
import { pathPattern } from "../contract/path.ts";
import { PUSH_PATH } from "../contract/push.ts";
import { API_PREFIX, ROUTES } from "../contract/routes.ts";
import type { Frame, RenderPage, RenderPicture } from "../contract/screen.ts";
import type { PushIntake } from "../domain/push.ts";
import { type Access, accessGuard, hostGuard } from "./access.ts";
import type { Asker } from "./asker.ts";
import { createAskers } from "./askers.ts";
import { type Asset, assets, madeAsset } from "./assets.ts";
import { type Body, bodyBytes } from "./body.ts";
import { documents } from "./documents.ts";
import { drawWith } from "./draw.ts";
import { forms } from "./forms.ts";
import { healthz, metricsPage, readyz } from "./health.ts";
import { createKept } from "./kept.ts";
import { events, liveHub } from "./live.ts";
import type { HubOptions } from "./live-hub.ts";
import { methodGuard } from "./methods.ts";
import { createMetrics } from "./metrics.ts";
import { mount } from "./mount.ts";
import type { BoundAction } from "./mount-action.ts";
import { obligatory } from "./obligatory.ts";
import { pages } from "./pages.ts";
import { Problem } from "./problem.ts";
import { problemHandler } from "./problem-handler.ts";
import { corsFor, publishedOnly } from "./published.ts";
import { pushHandler } from "./push.ts";
import { readyGate } from "./ready-gate.ts";
import { requestId } from "./request-id.ts";
import { requestLog } from "./request-log.ts";
import { pace, securityHeaders } from "./security.ts";
import type { Readiness, Views } from "./views.ts";
import { widget } from "./widget.ts";
import { worker } from "./worker.ts";

export interface AppOptions {
  readonly views: Views;
  /** What can be done beside reading; @default nothing */
  readonly actions?: readonly BoundAction[];
  /** Where source systems send their records; @default nowhere */
  readonly push?: PushIntake;
  /** Called after each action, so that `dataVersion` knows of what it wrote; @default nothing */
  readonly acted?: () => Promise<void>;
  /** Facts around every page; `sites` also says which site ids exist. */
  readonly frame: () => Omit<Frame, "lang" | "path">;
  readonly render: RenderPage;
  /** Charts of pages as files; @default there are none */
  readonly picture?: RenderPicture;
  /** Folder of the built client files; null = none. */
  readonly assetsDir: string | null;
  /** The territory's own colours as a style sheet; its name is that of `frame().assets.theme`. @default none */
  readonly theme?: Asset;
  /** Script that keeps the tally without a network; @default none */
  readonly worker?: string | null;
  readonly version: string;
  /** Asked before each reply until it says yes for the first time; by /readyz always. */
  readonly ready: () => Promise<Readiness>;
  /** Names the state of the data: records, rollups, forecasts, feed runs. Read on every request, so it must be at
   *  hand; it may change only after the new data can be read. */
  readonly dataVersion: () => string;
  readonly access: Access;
  /** What the obligatory pages state; @default that nothing is known */
  readonly documents?: DocumentFacts;
  /** Sites whose quiet hours anybody may read; @default none */
  readonly published?: readonly string[];
  /** Origins whose pages may frame the widget and read what it shows; @default none but this service's */
  readonly widgetOrigins?: readonly string[];
  readonly log: Logger;
  /** More lines for /metrics, each ended by a newline. */
  readonly metrics?: () => string;
  /** Proxies whose X-Forwarded-* are believed, as Express' `trust proxy`; @default false */
  readonly trustProxy?: string | number | false;
  /** Requests a minute and address, this machine excepted; @default 1200 */
  readonly perMinute?: number;
  /** Bound on the bytes of replies kept; @default 48 MiB */
  readonly keptBytes?: number;
  /** Milliseconds after which an answer is given up; @default 30 000 */
  readonly deadlineMs?: number;
  /** Checks every reply against the contract (tests); @default false */
  readonly checkReplies?: boolean;
  /** Aborted when the service ends: connections that are held open are let go; @default never */
  readonly ending?: AbortSignal;
  /** How live connections are held; @default see there */
  readonly live?: HubOptions;
  /** Epoch ms; @default Date.now */
  readonly now?: () => number;
}

export function createApp(options: AppOptions): Express {
  const { views, frame, access, log, version, dataVersion, actions = [] } = options;
  const { keptBytes = 48 * 2 ** 20, deadlineMs = 30_000, checkReplies = false, now = Date.now } = options;
  const siteIds = () => frame().sites.map(({ id }) => id);
  const askers = createAskers(views, { dataVersion, now, siteIds, checkReplies, deadlineMs });
  const bodies = createKept<Body>(keptBytes, bodyBytes, keptBytes / 4);
  const draw = drawWith(options.render, frame);
  const ready = readyGate(options.ready);
  const metrics = createMetrics();
  const kept = () => ({
    ...Object.fromEntries(Object.entries(askers).map(([name, asker]) => [name, asker.kept])),
    bodies,
  });

  const hub = liveHub(askers.live, log, options.live);
  options.ending?.addEventListener("abort", hub.close, { once: true });

  const app = express();
  app
    .disable("x-powered-by")
    .disable("etag")
    .set("trust proxy", options.trustProxy ?? false);
  app.use((_req, res, next) => {
    requestId(res);
    next();
  });
  app.use(metrics.record, requestLog(log), securityHeaders(), hostGuard(access));
  const paced = pace(options.perMinute ?? 1200);
  // A source system has a secret and a pace of its own.
  if (options.push) app.post(`${API_PREFIX}${pathPattern(PUSH_PATH)}`, pushHandler(options.push, now, paced));
  app.use(paced, methodGuard([...actions, { path: PUSH_PATH }]), accessGuard(access));
  app.get("/healthz", healthz);
  app.get("/readyz", readyz(options.ready));
  app.get(
    "/metrics",
    metricsPage(() => metrics.text(kept()) + listening(hub.size()) + (options.metrics?.() ?? "")),
  );
  if (options.theme) app.get(`/assets/${options.theme.name}`, madeAsset(options.theme));
  app.use("/assets", assets(options.assetsDir));
  app.use(documents(version, frame), obligatory(draw, options.documents ?? NOTHING_KNOWN));
  app.get("/sw.js", worker(options.worker ?? null));
  app.use(documents(version, frame));

  const route = <Query, Reply extends object>(asker: Asker<Query, Reply>, ...before: RequestHandler[]) =>
    app.get(`${API_PREFIX}${pathPattern(asker.route.path)}`, ...before, mount(asker, bodies));
  const started = whenReady(ready);
  route(askers.health);
  route(askers.sites, started);
  route(askers.visits, started);
  route(askers.forecasts, started);
  route(askers.scorecard, started);
  route(askers.quality, started);
  route(askers.quarantine, started);
  route(askers.board, started);
  route(askers.attendance, started);
  route(askers.calendar, started);
  route(askers.comparison, started);
  route(askers.outlook, started);
  route(askers.trust, started);
  route(askers.suppose, started);
  route(askers.bookings, started);
  route(askers.staffing, started);
  route(askers.scenarios, started);
  route(askers.scenario, started);
  route(askers.unusual, started);
  route(askers.annotations, started);
  route(askers.effects, started);
  const { published = [], widgetOrigins: origins = [] } = options;
  const publicly = [corsFor(origins), publishedOnly(published)];
  route(askers.quietHours, ...publicly, started);
  app.use(widget({ asker: askers.quietHours, bodies, draw, published, origins, ready, log }));
  route(askers.flows, started);
  route(askers.tally, started);
  route(askers.live, started, events(hub));
  route(askers.logbook, started);

  const acting = { siteIds, acted: options.acted ?? (async () => undefined), checkReplies, deadlineMs };
  for (const { path, mount: handlers } of actions) {
    app.post(`${API_PREFIX}${pathPattern(path)}`, started, ...handlers(acting));
  }
  app.use(FORM_PREFIX, started);
  app.use(forms(actions, acting));

  app.use(pages({ askers, bodies, draw, picture: options.picture ?? (() => null), siteIds, ready }));
  app.use((req) => {
    const paths = [...Object.values(ROUTES), ...actions].map(({ path }) => `${API_PREFIX}${path}`);
    const known = req.path.startsWith("/api/") ? ` (routes: ${[...new Set(paths)].join(", ")})` : "";
    throw new Problem("not-found", `no such address${known}`);
  });
  app.use(problemHandler(draw, log));
  return app;
}

function listening(connections: number): string {
  return `# TYPE beffroi_live_connections gauge\nbeffroi_live_connections ${connections}\n`;
}

/** Half-filled answers would look like small ones, so there are none while the store fills. */
function whenReady(ready: () => Promise<Readiness>): RequestHandler {
  return async (_req, _res, next) => {
    const state = await ready();
    if (state.ready) return next();
    throw new Problem("starting", `the store is being filled: ${state.done} of ${state.total}`, {
      headers: { "Retry-After": "3" },
    });
  };
}
