/** What an Eco-Counter back office knows: sites, channels and their readings with the time of upload, so the
 *  stand-in can answer as of any clock. Counters upload once a day or less; the vendor corrects history. */
import type { Instant, Zone } from "../../src/domain/time.ts";

/** One count over `[at, at + granularity)`. `count` null is a hole: the sensor was there and says nothing. */
export interface EcoReading {
  readonly at: Instant;
  readonly count: number | null;
  /** When the counter handed the reading in; invisible before. */
  readonly uploadedAt: Instant;
}

/** A value that the vendor changed afterwards. */
export interface EcoCorrection {
  readonly at: Instant;
  readonly count: number | null;
  readonly appliedAt: Instant;
}

export interface EcoChannel {
  readonly id: number;
  readonly name: string;
  readonly travelMode: string;
  readonly direction: "in" | "out" | "undefined";
  /** Ascending by `at`, one per step at most. */
  readonly readings: EcoReading[];
  /** By start of the reading, each list ascending by `appliedAt`. */
  readonly corrections: Map<Instant, EcoCorrection[]>;
}

export interface EcoSite {
  readonly id: number;
  readonly name: string;
  readonly timezone: Zone;
  /** Longitude, latitude, degrees. */
  readonly position: readonly [number, number];
  readonly granularity: "PT15M" | "PT1H";
  readonly channels: EcoChannel[];
}

export interface EcoCounterState {
  readonly sites: EcoSite[];
}

/** A back office with no site. */
export function createEcoCounterState(): EcoCounterState {
  return { sites: [] };
}

/** Adds a site without channels. */
export function addEcoSite(state: EcoCounterState, site: Omit<EcoSite, "channels">): EcoSite {
  const added: EcoSite = { ...site, channels: [] };
  state.sites.push(added);
  return added;
}

/** Adds a channel without readings. */
export function addEcoChannel(
  site: EcoSite,
  channel: Omit<EcoChannel, "readings" | "corrections">,
): EcoChannel {
  const added: EcoChannel = { ...channel, readings: [], corrections: new Map() };
  site.channels.push(added);
  return added;
}

/** Records one reading. Readings of a channel are usually added oldest first; an earlier one is put in its place. */
export function addReading(channel: EcoChannel, reading: EcoReading): void {
  const last = channel.readings.at(-1);
  if (last === undefined || last.at < reading.at) channel.readings.push(reading);
  else channel.readings.splice(firstAtOrAfter(channel.readings, reading.at), 0, reading);
}

/** The vendor changes a value (null: takes it away). */
export function correctReading(channel: EcoChannel, correction: EcoCorrection): void {
  const known = channel.corrections.get(correction.at) ?? [];
  channel.corrections.set(correction.at, [...known, correction]);
}

/** Readings that start in `[from, to)` as they stood at `now`, oldest first; not uploaded yet = absent. */
export function readingsAsOf(
  channel: EcoChannel,
  from: Instant,
  to: Instant,
  now: Instant,
): { readonly at: Instant; readonly count: number | null }[] {
  const found: { at: Instant; count: number | null }[] = [];
  for (let i = firstAtOrAfter(channel.readings, from); i < channel.readings.length; i++) {
    const reading = channel.readings[i];
    if (!reading || reading.at >= to) break;
    if (reading.uploadedAt > now) continue;
    const changed = channel.corrections.get(reading.at)?.findLast((change) => change.appliedAt <= now);
    found.push({ at: reading.at, count: changed ? changed.count : reading.count });
  }
  return found;
}

function firstAtOrAfter(readings: readonly EcoReading[], at: Instant): number {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((readings[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
