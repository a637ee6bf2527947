/** MSTL of `@bsull/augurs`: seasons by loess, the rest by automatic exponential smoothing. */
import { readFileSync } from "node:fs";
import type { Model } from "../../../src/forecast/model.ts";
import { peerModel } from "./peer.ts";

/** @throws when the package cannot be loaded */
export async function augursMstl(): Promise<Model> {
  const { default: initialise, MSTL } = await import("@bsull/augurs/mstl");
  const module = readFileSync(new URL("mstl_bg.wasm", import.meta.resolve("@bsull/augurs/mstl")));
  await initialise({ module_or_path: module });
  return peerModel({
    name: "augurs MSTL",
    weeks: { 24: 104, 1: 156 },
    ask(y, slots, leads) {
      const model = MSTL.ets(slots === 24 ? [24, 168] : [7]);
      try {
        model.fit(y);
        const { point, intervals } = model.predict(leads, 0.8);
        return { point, lower: intervals?.lower ?? point, upper: intervals?.upper ?? point };
      } finally {
        model.free();
      }
    },
  });
}
