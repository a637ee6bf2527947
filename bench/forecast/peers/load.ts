/** The peers that can be loaded, and why the others cannot. */
import type { Model } from "../../../src/forecast/model.ts";
import { arima } from "./arima.ts";
import { augursMstl } from "./augurs.ts";

export async function loadPeers(): Promise<{ readonly peers: Model[]; readonly broken: string[] }> {
  const peers: Model[] = [];
  const broken: string[] = [];
  for (const load of [augursMstl, arima]) {
    try {
      peers.push(await load());
    } catch (cause) {
      broken.push(`${load.name} does not work here: ${String(cause)}`);
    }
  }
  return { peers, broken };
}
