/** Every screen of the menu at 10 M records: what the server needs for a page that is not kept, and for one that is. */
import { readDashboards } from "../src/commands/dashboards.ts";
import { GROUPS, placePath, placesOf } from "../src/contract/places.ts";
import { startEngine } from "../tests/support/engine.ts";
import { LARGE, load, serveFilled } from "./over-http.ts";
import { rank } from "./timing.ts";

const ASKS = 200;
const REACH_MS = 60;

export async function benchPages(): Promise<void> {
  const { renderPage, assets } = await readDashboards();
  const engine = await startEngine();
  try {
    const served = await serveFilled(engine, LARGE, { render: renderPage, assets });
    try {
      for (const place of GROUPS.flatMap(placesOf)) {
        const path = placePath(place, "site-0");
        served.changeAlways(true);
        await load(served.url + path, 1, 10);
        const fresh = await load(served.url + path, 1, ASKS);
        served.changeAlways(false);
        await load(served.url + path, 1, 10);
        const kept = await load(served.url + path, 1, ASKS);
        const p95 = rank(fresh, 0.95);
        console.log(
          `${path}: made anew p50 ${rank(fresh, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms ` +
            `(reach ${REACH_MS}: ${p95 <= REACH_MS ? "yes" : "no"}); kept p95 ${rank(kept, 0.95).toFixed(1)} ms`,
        );
      }
    } finally {
      await served.close();
    }
  } finally {
    await engine.close();
  }
}
