/** The schedule: feeds when they are due; forecasts every hour, soon after facts that matter, and after midnight, when
 *  the models are compared again and old rows let go; alerts every minute, and the digest when its hour has come. */
import cron from "node-cron";
import { type BoundFeed, pullFeeds } from "../../ingest/pull.ts";
import { createDue } from "../jobs/due.ts";
import { deleteOld } from "../jobs/retention.ts";
import { type Forecasting, startForecasting } from "./forecasting.ts";
import { createNotices } from "./notices.ts";
import type { Service } from "./service.ts";
import { createTurns } from "./turns.ts";

/** Runs until the service is asked to end. Returns when what was under way is finished. */
export async function runJobs(
  service: Service,
  feeds: readonly BoundFeed[],
  onPulled: () => void = () => undefined,
): Promise<void> {
  const jobs = startJobs(service, feeds, startForecasting(service), onPulled);
  await new Promise<void>((resolve) => {
    if (service.signal.aborted) resolve();
    else service.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await jobs.stop();
}

export interface Jobs {
  /** No new job starts; resolves when the running ones have ended. */
  stop(): Promise<void>;
}

/** Starts the schedule and returns at once. A job that fails is logged and tried again at its next turn. `onPulled` is
 *  called whenever a pass over the due feeds came to its end. */
export function startJobs(
  service: Service,
  feeds: readonly BoundFeed[],
  forecasting: Forecasting,
  onPulled: () => void = () => undefined,
): Jobs {
  const { log, signal, territory } = service;
  const turns = createTurns(service);
  const running = new Set<Promise<void>>();
  const busy = new Set<string>();
  const run = (name: string, job: () => Promise<unknown>): Promise<void> => {
    // The first pull is not the scheduler's, so its own guard against overlap does not see it.
    if (busy.has(name)) return Promise.resolve();
    busy.add(name);
    const running_ = job().then(
      () => undefined,
      (cause: unknown) => {
        // What was cut short because the service ends is no fault.
        if (!service.signal.aborted)
          log.error({ err: cause }, `${name} failed; it is tried again at its next turn`);
      },
    );
    running.add(running_);
    return running_.finally(() => {
      running.delete(running_);
      busy.delete(name);
    });
  };
  const forecasts = forecastJob(service, forecasting);
  const forecast = () => run("forecast", () => turns.alone("forecast", forecasts.issue));
  const pull = async () => {
    await pullFeeds(await turns.due(feeds), signal, (bound) => turns.pull(bound));
    onPulled();
    if (!service.signal.aborted && (await forecasts.wanted())) void forecast();
  };
  const retention = () =>
    turns.alone("retention", async () => {
      const gone = (await deleteOld(service.store, territory.retention, service.now())).filter(
        (old) => old.rows > 0,
      );
      if (gone.length > 0) log.info({ gone }, "what had outlived its time was let go");
    });
  const notices = createNotices(service);
  // A pass that takes longer than its turn is passed over then, which is as it should be.
  const quiet = (message: string | Error) => log.debug(`${message}`);
  const logger = {
    info: quiet,
    warn: quiet,
    debug: quiet,
    error: (cause: string | Error) => log.error(`${cause}`),
  };
  const options = { timezone: territory.zone, noOverlap: true, logger };
  const tasks = [
    cron.schedule("*/20 * * * * *", () => run("pull", pull), { ...options, name: "pull" }),
    cron.schedule("7 * * * *", forecast, { ...options, name: "forecast" }),
    cron.schedule("25 3 * * *", forecasts.compareNext, { ...options, name: "compare" }),
    cron.schedule("50 3 * * *", () => run("retention", retention), { ...options, name: "retention" }),
    ...(notices
      ? [cron.schedule("40 * * * * *", () => run("alerts", notices.turn), { ...options, name: "alerts" })]
      : []),
  ];
  void run("pull", pull);
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running);
    },
  };
}

/** Issues forecasts; compares the models first after a start and once a night. */
function forecastJob(service: Service, forecasting: Forecasting) {
  const { store, territory, now } = service;
  const due = createDue(store, territory.feeds, now);
  let compare = true;
  return {
    /** The next issue compares the models, and need not wait for its hour. */
    compareNext() {
      compare = true;
    },
    wanted: () => due.check(compare),
    async issue() {
      const comparing = compare;
      await due.begin();
      await forecasting.issue({ compare: comparing });
      if (comparing) compare = false;
    },
  };
}
