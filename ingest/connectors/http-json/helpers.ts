/** What expressions may call beside JSONata's own functions. All are pure but for the order of rows, which tells the
 *  two passes of a doubled hour apart. */
import type { Zone } from "../../../src/domain/time.ts";
import { resolveWall, type SeriesClock, seriesClock } from "../../format/clock-changes.ts";
import { parseWall } from "../../format/dates.ts";
import { localClock } from "../../format/local-clock.ts";
import { parseNumber } from "../../format/numbers.ts";
import { originOf } from "../pretix/origin.ts";
import { RowFault } from "./expression.ts";
import type { StreamOptions } from "./options.ts";

export interface Helpers {
  readonly bindings: Readonly<Record<string, unknown>>;
  /** To be called before each row: within one row the same text is the same instant. */
  nextRow(): void;
}

type Rules = Pick<StreamOptions, "dst" | "nonexistent">;

/** Helpers for one pull of a stream:
 *  - `$local(text, series?)`: local time (French or ISO forms, an offset is honoured) → epoch ms, by the stream's zone
 *    and clock-change rules; `series` names what the order of rows is followed by (a gate);
 *  - `$num(text)`: number in French or English writing, null for an empty cell; `$cents(text)`: price → whole cents;
 *  - `$origin(country, postcode)`: French département or country. */
export function makeHelpers(zone: Zone, rules: Rules): Helpers {
  const series = new Map<string, SeriesClock>();
  let row = new Map<string, number>();

  const local = (text: unknown, name: unknown = ""): number | undefined => {
    if (isNothing(text)) return undefined;
    const memo = `${String(name)}\n${String(text)}`;
    const known = row.get(memo);
    if (known !== undefined) return known;
    const track = series.get(String(name)) ?? seriesClock();
    series.set(String(name), track);
    const at = readLocal(String(text), zone, rules, track);
    row.set(memo, at);
    return at;
  };
  const num = (value: unknown): number | null | undefined => {
    if (value === undefined) return undefined;
    if (isNothing(value)) return null;
    const read = typeof value === "number" ? value : parseNumber(String(value));
    if (Number.isNaN(read)) throw new RowFault("bad_number", "a number is expected");
    return read;
  };
  const cents = (value: unknown): number | null | undefined => {
    const read = num(value);
    return typeof read === "number" ? Math.round(read * 100) : read;
  };
  const origin = (country: unknown, postcode: unknown): string | undefined =>
    originOf(
      typeof country === "string" ? country : undefined,
      typeof postcode === "string" ? postcode : undefined,
    );
  return {
    bindings: { local, num, cents, origin },
    nextRow() {
      row = new Map();
    },
  };
}

/** @throws RowFault for what is no time, or one that the rules refuse. */
export function readLocal(text: string, zone: Zone, rules: Rules, series: SeriesClock): number {
  const { wall, offset } = parseWall(text);
  if (Number.isNaN(wall)) throw new RowFault("bad_time", "a date and time are expected");
  if (offset !== undefined) return wall - offset;
  const clock = localClock(zone);
  const once = clock.once(wall);
  if (!Number.isNaN(once)) {
    series.last = wall;
    return once;
  }
  const resolved = resolveWall(wall, clock, { ...rules, grid: true }, series);
  if (resolved.kind === "at") return resolved.at;
  throw new RowFault(resolved.reason, resolved.detail);
}

/** Sources write "no time" as nothing, as an empty text or as zeros. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "" || value === "0000-00-00 00:00:00";
}
