/** Seasonal ARIMA of npm `arima`, (1, 0, 0)(0, 1, 1). The order is fixed: of six that were tried on these counts it errs
 *  least; richer ones run away, and neither the package's own search nor a season of 168 hours ends within minutes. */
import type { Model } from "../../../src/forecast/model.ts";
import { peerModel } from "./peer.ts";

/** Of the normal distribution, at 0.9. */
const Z90 = 1.2816;

/** @throws when the package cannot be loaded */
export async function arima(): Promise<Model> {
  const { default: Arima } = await import("arima");
  return peerModel({
    name: "arima",
    weeks: { 24: 8, 1: 104 },
    ask(y, slots, leads) {
      const order = { p: 1, d: 0, q: 0, P: 0, D: 1, Q: 1, s: slots === 24 ? 24 : 7 };
      const model = new Arima({ ...order, verbose: false });
      try {
        const [point, variance] = model.train([...y]).predict(leads);
        const off = variance.map((value) => Z90 * Math.sqrt(Math.max(0, value)));
        return {
          point,
          lower: point.map((value, i) => value - (off[i] ?? 0)),
          upper: point.map((value, i) => value + (off[i] ?? 0)),
        };
      } finally {
        model.destroy();
      }
    },
  });
}
