/** `serve`: API, dashboards and jobs in one process. */
import type { Command } from "commander";
import { z } from "zod";
import { type BoundFeed, pullFeeds } from "../../ingest/pull.ts";
import { listenGuard } from "../api/access.ts";
import { bindActions } from "../api/actions.ts";
import { createApp } from "../api/app.ts";
import { listen } from "../api/listen.ts";
import type { Readiness } from "../api/views.ts";
import type { Config } from "../config.ts";
import { createRecordSink } from "../store/record-sink.ts";
import { createActions } from "../views/scenarios/actions.ts";
import { createViews } from "../views/views.ts";
import { readDashboards } from "./dashboards.ts";
import { watchDataVersion } from "./data-version.ts";
import { bindFeeds } from "./feeds.ts";
import { startForecasting } from "./forecasting.ts";
import { startJobs } from "./jobs.ts";
import { commonOptions } from "./options.ts";
import { openIntake } from "./push.ts";
import { correctRowAction } from "./quarantine/correct-row.ts";
import { type Environment, openService, readConfigured, type Service } from "./service.ts";
import { themeAsset } from "./theme.ts";
import { createTurns } from "./turns.ts";
import { VERSION } from "./version.ts";

const Options = z.object({ jobs: z.boolean().default(true) });

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("API, dashboards and jobs in one process")
    .option("--no-jobs", "API and pages alone")
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command);
      await serve(common.config, common.env, Options.parse(command.opts()));
    });
}

export interface ServeOptions {
  readonly jobs: boolean;
  /** Runs once the first data can be seen, beside the jobs. */
  readonly afterwards?: (service: Service) => Promise<void>;
}

/** Serves until the process is asked to end. @throws ConfigError before anything is opened */
export async function serve(config: Config, env: Environment, options: ServeOptions): Promise<void> {
  const access = config.accessToken === undefined ? {} : { token: config.accessToken };
  listenGuard(config.host, access);
  const configured = readConfigured(config, env);
  const feeds = options.jobs ? bindFeeds(configured) : [];
  // Without jobs, too, records are pushed here: those feeds' options are checked before anything is opened.
  bindFeeds(
    configured,
    configured.feeds.flatMap(({ id, connector }) => (connector === "push" ? [id] : [])),
  );
  const dashboards = await readDashboards();
  const service = await openService(config, env);
  const { territory, store, log, now } = service;
  const data = await watchDataVersion(store, log);
  const forecasting = startForecasting(service);
  const theme = themeAsset(territory);
  const push = openIntake(service);
  let progress: Readiness =
    data.isEmpty() && options.jobs ? { ready: false, done: 0, total: feeds.length + 1 } : { ready: true };
  try {
    const views = createViews({
      store,
      territory,
      now,
      dataVersion: data.current,
      dataStates: data.states,
      effectOf: forecasting.effect,
      whatIfOf: forecasting.whatIf,
      service: { version: VERSION, store: config.store === undefined ? "embedded" : "server" },
    });
    const advised = async () => (await views.flows({})).advice;
    const app = createApp({
      views,
      frame: () => ({
        office: territory.office,
        simulated: territory.simulated,
        sites: territory.sites.map(({ id, name }) => ({ id, name })),
        version: VERSION,
        assets: { ...dashboards.assets, ...(theme ? { theme: theme.name } : {}) },
        ...(theme ? { colours: theme.text } : {}),
      }),
      render: dashboards.renderPage,
      picture: (html, n) => dashboards.renderPicture(html, n, territory.theme.light),
      assetsDir: dashboards.folder,
      ...(theme ? { theme } : {}),
      worker: dashboards.worker,
      version: VERSION,
      ready: async () => progress,
      dataVersion: data.current,
      actions: [
        ...bindActions(
          createActions({
            store,
            now,
            territory,
            sink: createRecordSink(store, territory.zone, territory.sites),
            whatIf: forecasting.whatIf,
            advised,
          }),
        ),
        correctRowAction(service),
      ],
      push,
      acted: data.refresh,
      access,
      documents: { publisher: territory.publisher, ...dashboards.proof },
      published: publishedSites(territory),
      widgetOrigins: territory.widgetOrigins,
      ending: service.signal,
      log,
      now,
    });
    const listening = await listen(app, { host: config.host, port: config.port, access });
    process.stdout.write(`Beffroi: ${listening.url}\n`);
    try {
      if (!progress.ready) {
        await fill(service, feeds, (done) => {
          progress = { ready: false, done, total: feeds.length + 1 };
        });
        await data.refresh();
        progress = { ready: true };
        process.stdout.write(`Ready: ${listening.url}\n`);
      }
      const jobs = options.jobs ? startJobs(service, feeds, forecasting) : undefined;
      await options.afterwards?.(service);
      await untilAborted(service.signal);
      await jobs?.stop();
    } finally {
      await listening.close();
      await push.close();
    }
  } finally {
    data.stop();
    await forecasting.close();
    await service.close();
  }
}

/** The first pull and the first forecasts, with progress on stderr. */
async function fill(
  service: Service,
  feeds: readonly BoundFeed[],
  onStep: (done: number) => void,
): Promise<void> {
  const turns = createTurns(service);
  let done = 0;
  const began = Date.now();
  await pullFeeds(feeds, service.signal, async (bound) => {
    // Another worker may be filling the same store.
    const runs = (await turns.pull(bound)) ?? [];
    const records = runs.reduce((sum, run) => sum + run.counts.accepted, 0);
    onStep(++done);
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    process.stderr.write(
      `[${done}/${feeds.length + 1}] ${bound.feed.id}: ${records} records (${seconds} s)\n`,
    );
  });
  const forecasting = startForecasting(service);
  await forecasting
    .issue({ compare: false })
    .catch((cause: unknown) =>
      service.log.error({ err: cause }, "forecasts failed; they are tried again soon"),
    )
    .finally(forecasting.close);
  onStep(feeds.length + 1);
  process.stderr.write(
    `[${feeds.length + 1}/${feeds.length + 1}] forecasts (${((Date.now() - began) / 1000).toFixed(0)} s)\n`,
  );
}

/** Sites whose owner agreed that figures are published. */
function publishedSites({ owners, sites }: Service["territory"]): string[] {
  const publishing = new Set(owners.filter(({ publishes }) => publishes).map(({ id }) => id));
  return sites.filter(({ owner }) => publishing.has(owner)).map(({ id }) => id);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
