/** Uplinks → readings of counting lines: a total or a period's count, with the time at which it was taken. */
import { HOUR, type Instant, MINUTE } from "../../../src/domain/time.ts";
import type { Device, TheThingsStackOptions } from "./options.ts";
import type { Uplink } from "./uplink.ts";

export interface Reading {
  /** Device, and line when it is not the first. */
  readonly gate: string;
  /** Whole minute: reports wander by seconds. */
  readonly at: Instant;
  readonly in: number;
  readonly out: number;
  /** When the stack received it. */
  readonly receivedAt: Instant;
  /** Width of running totals; 0 = people since the last report. */
  readonly bits: 0 | 16 | 32;
}

/** A device's clock that is further off than this is not believed. */
const CLOCK_MS = 24 * HOUR;
const HISTORY_MS = 30 * 24 * HOUR;

/** Readings of an uplink, retransmitted ones included; none for a device that the feed does not name. */
export function readingsOf(uplink: Uplink, devices: TheThingsStackOptions["devices"]): Reading[] {
  const device = Object.hasOwn(devices, uplink.device) ? devices[uplink.device] : undefined;
  if (!device) return [];
  const { values, history } = uplink.numbers;
  const own = stampOf(values) ?? uplink.receivedAt;
  const at = Math.abs(own - uplink.receivedAt) > CLOCK_MS ? uplink.receivedAt : own;
  return [
    ...history.flatMap((row) => {
      const then = stampOf(row);
      return then === undefined || !isPast(then, uplink.receivedAt) ? [] : linesOf(uplink, device, row, then);
    }),
    ...linesOf(uplink, device, values, at),
  ];
}

/** What a device may have kept to send again: nothing to come, and nothing that the stack's own history is too short
 *  for. */
function isPast(then: Instant, receivedAt: Instant): boolean {
  return then <= receivedAt + HOUR && then > receivedAt - HISTORY_MS;
}

function stampOf({ timestamp }: Readonly<Record<string, number>>): Instant | undefined {
  return timestamp === undefined || timestamp === 0 ? undefined : timestamp * 1000;
}

function linesOf(
  { device: id, receivedAt }: Uplink,
  device: Device,
  values: Readonly<Record<string, number>>,
  at: Instant,
): Reading[] {
  return device.lines.flatMap((line): Reading[] => {
    const names = [
      [`line_${line}_total`, 32],
      ...(line === 1
        ? ([
            ["people_total", 16],
            ["total", 16],
          ] as const)
        : []),
      [`line_${line}_period`, 0],
      ...(line === 1
        ? ([
            ["people", 0],
            ["period", 0],
          ] as const)
        : []),
    ] as const;
    for (const [name, bits] of names) {
      const into = values[`${name}_in`];
      const out = values[`${name}_out`];
      if (into === undefined || out === undefined) continue;
      const gate = line === 1 ? id : `${id}:line_${line}`;
      const sides = device.reversed ? { in: out, out: into } : { in: into, out };
      return [{ gate, at: Math.round(at / MINUTE) * MINUTE, ...sides, bits, receivedAt }];
    }
    return [];
  });
}
