/** Hourly values → records: a fact per variable, hour and issue. No value is no fact; 0 mm is one. */
import type { Mapped, WeatherVariable } from "../../../src/domain/record.ts";
import { HOUR, type Instant } from "../../../src/domain/time.ts";
import { keepRecord } from "../../quarantine/record-form.ts";
import type { Hourly } from "./api.ts";

export interface Sense {
  /** Empty for the whole territory. */
  readonly site: string;
  /** Time of the pull: version of the records, since the service has no time of change. */
  readonly now: Instant;
  /** When what is said of an hour became known; undefined = leave it out. */
  readonly issuedOf: (valid: Instant, daysBefore: number) => Instant | undefined;
}

/** Bounds of what can be, in °C and mm per hour: beyond them the service is broken. */
const BOUNDS: Readonly<Record<WeatherVariable, readonly [number, number]>> = {
  temperature: [-100, 70],
  rain: [0, 1000],
};

export function mapHourly({ times, columns }: Hourly, { site, now, issuedOf }: Sense): Mapped[] {
  return columns.flatMap(({ variable, daysBefore, values }) =>
    times.flatMap((time, index): Mapped[] => {
      // TRICKY: precipitation is the sum of the hour that ends at its time.
      const valid = variable === "rain" ? time - HOUR : time;
      const value = values[index] ?? null;
      const issued = value === null ? undefined : issuedOf(valid, daysBefore);
      if (value === null || issued === undefined) return [];
      const [least, most] = BOUNDS[variable];
      const key = `${variable}/${valid / 1000}/${issued / 1000}`;
      const record = { site, measure: variable, key, at: valid, minutes: 60, version: now, deleted: false };
      if (value < least || value > most) {
        const detail = `${value}: ${least} to ${most} is expected`;
        const position = `key ${key}`;
        const row = keepRecord({ ...record, value, knownAt: issued });
        return [{ kind: "rejected", reason: "bad_number", position, field: variable, detail, row }];
      }
      return [{ kind: "record", record: { ...record, value: Math.round(value * 10), knownAt: issued } }];
    }),
  );
}
