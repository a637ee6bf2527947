/** The clock of the device beside the server's. */

/** Minutes by which the device is ahead of the server (negative = behind); 0 within two minutes, which is what a clock
 *  may be off. The header has whole seconds, and the answer took a while: both are far below that. */
export function minutesAhead(date: string | null, asked: number, read: number): number {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server)) return 0;
  const off = (asked + read) / 2 - server;
  return Math.abs(off) > 2 * 60_000 ? Math.round(off / 60_000) : 0;
}
