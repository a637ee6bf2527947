/** Bytes of a Milesight people counter → its numbers, by the names that the vendor's own formatter uses. Written from
 *  the tables of channels in the vendor's READMEs (VS121, VS133/VS135, VS350); numbers are little-endian. */

/** Numbers of one report, and retransmitted ones with their own time. Nothing else of a report is kept. */
export interface Numbers {
  readonly values: Readonly<Record<string, number>>;
  readonly history: readonly Readonly<Record<string, number>>[];
}

interface Channel {
  /** Bytes after channel id and type. */
  readonly size: number;
  /** Names of the numbers, and bytes of each; none = passed over. */
  readonly names: readonly string[];
  readonly width?: 2 | 4;
}

const pair = (prefix: string, size = 4): Channel => ({
  size,
  names: [`${prefix}_in`, `${prefix}_out`],
  width: 2,
});
const skip = (size: number): Channel => ({ size, names: [] });

/** By channel id and type. */
const CHANNELS: ReadonlyMap<number, Channel> = new Map<number, Channel>([
  ...[1, 2, 3, 4].flatMap((line): [number, Channel][] => {
    const id = line * 3;
    return [
      [(id << 8) | 0xd2, { size: 4, names: [`line_${line}_total_in`], width: 4 }],
      [((id + 1) << 8) | 0xd2, { size: 4, names: [`line_${line}_total_out`], width: 4 }],
      // Line 1 of a VS133, and all there is of a VS121 or a VS350, share this channel.
      [((id + 2) << 8) | 0xcc, pair(line === 1 ? "period" : `line_${line}_period`)],
    ];
  }),
  [0x04cc, pair("total")],
  [0x84cc, pair("total", 5)],
  [0x0dcc, pair("people_total")],
  [0x0f85, { size: 4, names: ["timestamp"], width: 4 }],
  [0x85cc, skip(5)],
  [0x0175, skip(1)],
  [0x0367, skip(2)],
  [0x8367, skip(3)],
  [0x04c9, skip(4)],
  [0x06cd, skip(1)],
  [0x07d5, skip(8)],
  [0x08d5, skip(8)],
  [0x09da, skip(8)],
  [0x0ada, skip(8)],
  [0x0bda, skip(8)],
  [0x0cda, skip(8)],
  [0x0fe3, skip(4)],
  [0x10e4, skip(5)],
]);
const HISTORY = 0x20ce;

/** Reads until the end, or until a channel of unknown length or a report cut short. */
export function decodeMilesight(bytes: Uint8Array): Numbers {
  const values: Record<string, number> = {};
  const history: Record<string, number>[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (at: number, width: 2 | 4) =>
    width === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
  for (let at = 0; at + 2 < bytes.length; ) {
    const key = view.getUint16(at);
    at += 2;
    if (key === HISTORY) {
      const totals = bytes[at + 4] === 1;
      const size = totals ? 13 : 9;
      if (at + size > bytes.length) break;
      history.push({
        timestamp: read(at, 4),
        period_in: read(at + 5, 2),
        period_out: read(at + 7, 2),
        ...(totals ? { total_in: read(at + 9, 2), total_out: read(at + 11, 2) } : {}),
      });
      at += size;
      continue;
    }
    const channel = CHANNELS.get(key);
    if (!channel || at + channel.size > bytes.length) break;
    const { names, width = 2 } = channel;
    for (const [i, name] of names.entries()) values[name] = read(at + i * width, width);
    at += channel.size;
  }
  return { values, history };
}
