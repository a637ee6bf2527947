/** Every screen of the menu at 10 M records: what the server needs for a page that is made anew at each ask, for one
 *  asked while the data change ten times a second (most of these asks find it kept), and for one that is kept. The
 *  machine's load is printed beside: other work on it shows in all three. */
import { loadavg } from "node:os";
import { readDashboards } from "../src/commands/dashboards.ts";
import { GROUPS, placePath, placesOf } from "../src/contract/places.ts";
import { startEngine } from "../tests/support/engine.ts";
import { LARGE, load, type Served, serveFilled } from "./over-http.ts";
import { rank } from "./timing.ts";

const ASKS = 200;
const REACH_MS = 60;
const CHANGE_MS = 100;

export async function benchPages(): Promise<void> {
  const { renderPage, assets } = await readDashboards();
  const engine = await startEngine();
  try {
    const served = await serveFilled(engine, LARGE, { render: renderPage, assets });
    try {
      for (const place of GROUPS.flatMap(placesOf)) await benchPage(served, placePath(place, "site-0"));
    } finally {
      await served.close();
    }
  } finally {
    await engine.close();
  }
}

async function benchPage({ url, change, changeAlways }: Served, path: string): Promise<void> {
  const ask = (asks: number) => load(url + path, 1, asks);
  changeAlways(true);
  await ask(10);
  const anew = await ask(ASKS);
  changeAlways(false);
  const timer = setInterval(change, CHANGE_MS);
  const changing = await ask(ASKS);
  clearInterval(timer);
  await ask(10);
  const kept = await ask(ASKS);
  const p95 = rank(anew, 0.95);
  console.log(
    `${path}: made anew p50 ${rank(anew, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms ` +
      `(reach ${REACH_MS}: ${p95 <= REACH_MS ? "yes" : "no"}); ` +
      `changed ten times a second p95 ${rank(changing, 0.95).toFixed(1)} ms, ` +
      `at worst ${Math.max(...changing).toFixed(1)} ms; ` +
      `kept p95 ${rank(kept, 0.95).toFixed(1)} ms; load ${loadavg()[0]?.toFixed(1)}`,
  );
}
