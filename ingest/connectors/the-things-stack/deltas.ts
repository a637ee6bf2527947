/** Running totals of one gate → people between neighbouring reports. A lost report costs nothing: its people are in the
 *  next difference. */

/** More people than this through one line in a minute are no people. */
const MAX_PER_MINUTE = 200;

export type Delta =
  | { readonly kind: "count"; readonly value: number }
  /** The device began again at 0; what it counted before that and never sent is lost. */
  | { readonly kind: "reset"; readonly value: number }
  | { readonly kind: "implausible" };

/** @param bits width of the total: 65,535 is followed by 0 in 16 bits. A fall is a wrap when the total came from the
 *  top quarter, went to the bottom quarter, and the way there is possible in the time; else the device began again. */
export function delta(before: number, after: number, bits: 16 | 32, minutes: number): Delta {
  const most = MAX_PER_MINUTE * Math.max(1, minutes);
  const range = 2 ** bits;
  if (after >= before)
    return after - before <= most ? { kind: "count", value: after - before } : { kind: "implausible" };
  const wrapped = after + range - before;
  if (before >= 0.75 * range && after < 0.25 * range && wrapped <= most)
    return { kind: "count", value: wrapped };
  return after <= most ? { kind: "reset", value: after } : { kind: "implausible" };
}
