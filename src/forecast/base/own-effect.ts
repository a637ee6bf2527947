/** What a special day did to the site itself in other years, put on top of what is guessed of it. */
import { meanOf } from "./past-days.ts";
import type { Instance } from "./site.ts";
import type { Tuning } from "./tuning.ts";

/** Log effect at which a day is half told by how many came then, half by how far they were off the usual. */
const APART = 0.2;
/** Hours on either side by which an hour's effect is told from noise. */
const NEAR = 2;

/** Moves the guess (log effect by slot, in place) towards the site's own days of the name. usual: people by slot that it
 *  is an effect on. What stands far above the noise of a single day (New Year's Eve) is believed at once. */
export function moveToOwn(
  guess: Float64Array,
  usual: Float64Array,
  own: readonly Instance[],
  { specialNoise }: Tuning,
): void {
  if (own.length === 0) return;
  const logs = own.map((instance) => asOfNow(instance, usual));
  const offs = guess.map((prior, slot) => meanOf(logs.map((log) => (log[slot] ?? Number.NaN) - prior)));
  const squares = guess.map((prior, slot) =>
    meanOf(logs.map((log) => ((log[slot] ?? Number.NaN) - prior) ** 2)),
  );
  const whole = meanOf(squares);
  for (let slot = 0; slot < guess.length; slot++) {
    const near = meanOf(squares.subarray(Math.max(0, slot - NEAR), slot + NEAR + 1));
    const square = (near + whole) / 2;
    const belief = square > 0 ? own.length / (own.length + specialNoise / square) : 0;
    guess[slot] = (guess[slot] ?? 0) + belief * (offs[slot] ?? 0);
  }
}

/** Log effect of a past day on today's usual. The farther a day is from the usual, the less has its crowd to do with it:
 *  fireworks draw as many people whether the quay is empty on other nights or only nearly so. Half of a growth of the
 *  whole day (log) is taken along. */
function asOfNow({ logs, expected }: Instance, usual: Float64Array): Float64Array {
  const grown = growth(expected, usual) / 2;
  return logs.map((log, slot) => {
    const then = Math.log((expected[slot] ?? Number.NaN) * Math.exp(grown) + 1);
    const off = then - Math.log((usual[slot] ?? Number.NaN) + 1);
    const apart = (log * log) / (log * log + APART * APART);
    return Number.isNaN(off) ? log : log + apart * off;
  });
}

/** Log of all people now over then, of the slots known at both. */
function growth(then: Float64Array, now: Float64Array): number {
  let before = 0;
  let after = 0;
  for (let slot = 0; slot < then.length; slot++) {
    const [a, b] = [then[slot] ?? Number.NaN, now[slot] ?? Number.NaN];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    before += a;
    after += b;
  }
  return Math.log((after + 1) / (before + 1));
}
