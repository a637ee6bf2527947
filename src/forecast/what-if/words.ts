/** Numbers as an answer says them. */

/** Log effects as the least and the greatest change in per cent: `+12 % to +30 %`. */
export function percents(logs: readonly number[]): string {
  const least = percent(Math.min(...logs));
  const greatest = percent(Math.max(...logs));
  return least === greatest ? least : `${least} to ${greatest}`;
}

function percent(log: number): string {
  return `${signed(100 * (Math.exp(log) - 1))} %`;
}

/** A whole number with its sign: `+9`, `−12`, `0`. */
export function signed(value: number): string {
  const whole = Math.round(value);
  if (whole === 0) return "0";
  return whole > 0 ? `+${whole}` : `−${-whole}`;
}
