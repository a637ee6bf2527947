/** What bookings are worth: public bookings of two hotels, by booking and by head.
 *  node bench/bookings.ts --data <folder of public counts> */
import { parseArgs } from "node:util";
import { pickUp } from "../src/forecast/models/pick-up.ts";
import { robustBase } from "../src/forecast/models/robust-base.ts";
import { seasonalNaive } from "../src/forecast/models/seasonal-naive.ts";
import { BOOKED_HORIZONS, bookedOrigins, scoreBooked } from "./forecast/booked.ts";
import { hotels } from "./forecast/hotels.ts";

const { values: args } = parseArgs({ options: { data: { type: "string", default: "../shared/data" } } });
const models = [pickUp, robustBase, seasonalNaive(7)];

for (const measure of ["bookings", "guests"] as const) {
  const counts = hotels(args.data, measure);
  // The later origins stand for hotels of which a year is known.
  for (const [kind, first] of [
    ["all origins", "2015-10-20"],
    ["a year known", "2016-07-05"],
  ] as const) {
    const origins = bookedOrigins(counts, first).filter(
      (origin) => origin + 14 <= knownUntil(counts.set.series),
    );
    const scores = scoreBooked(models, counts, origins);
    for (const upTo of BOOKED_HORIZONS) {
      for (const { name } of models) {
        const own = scores.filter((score) => score.model === name && score.upTo === upTo);
        const mean = (of: (score: (typeof own)[number]) => number) =>
          own.reduce((sum, score) => sum + of(score), 0) / own.length;
        console.log(
          [
            `hotels, ${measure}, 1–${upTo}, ${kind}`.padEnd(44),
            name.padEnd(16),
            `MASE ${mean(({ mase }) => mase).toFixed(3)}`,
            `pinball ${(mean(({ pinball }) => pinball) / mean(({ level }) => level)).toFixed(4)}`,
            `80 % band ${mean(({ coverage80 }) => coverage80).toFixed(3)}`,
            `${own.length} windows`,
          ].join("   "),
        );
      }
    }
  }
}

function knownUntil(series: readonly { readonly values: Float64Array }[]): number {
  return Math.max(...series.map(({ values }) => values.findLastIndex((value) => !Number.isNaN(value)))) + 1;
}
