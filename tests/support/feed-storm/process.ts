/** One process of the storm: `work`, or `serve` with the push intake, as the commands of those names do it, but by the
 *  fast clock and without forecasts. Its parent says in the environment where store, territory and clock are. */
import { createServer } from "node:http";
import { bindFeeds } from "../../../src/commands/feeds.ts";
import type { Forecasting } from "../../../src/commands/forecasting.ts";
import { startJobs } from "../../../src/commands/jobs.ts";
import { openIntake } from "../../../src/commands/push.ts";
import { openService, type Service } from "../../../src/commands/service.ts";
import { loadConfig } from "../../../src/config.ts";
import { fakeApp } from "../../api/support/fake-app.ts";
import { FastClock, timeOf } from "./clock.ts";

const [, , task, port = "0"] = process.argv;
const clock = FastClock.parse(JSON.parse(process.env.STORM_CLOCK ?? ""));
const opened = await openService(loadConfig(process.env), process.env);
const service: Service = { ...opened, now: () => timeOf(clock) };

if (task === "work") {
  const none = async () => undefined;
  const never = () => Promise.reject(new Error("nobody asks in a storm"));
  const forecasting: Forecasting = { issue: none, lookBack: none, whatIf: never, effect: never, close: none };
  const jobs = startJobs(service, bindFeeds(service.territory), forecasting);
  service.signal.addEventListener("abort", () => void jobs.stop().then(() => service.close()));
} else {
  const intake = openIntake(service);
  const { app, lines } = fakeApp({ push: intake, now: service.now });
  const server = createServer((request, response) => {
    lines.length = 0;
    app(request, response);
  }).listen(Number(port), "127.0.0.1");
  service.signal.addEventListener("abort", () => {
    server.close();
    server.closeAllConnections();
    void intake.close().then(() => service.close());
  });
}
