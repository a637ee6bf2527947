/** Names the total of a reply: same resource, query and state of the data, same id. */
import { type Instant, isoWeek, localDate, type Zone } from "../domain/time.ts";
import { hashId } from "../store/hash-id.ts";

/** Letters and digits that nobody mistakes for each other. SOURCE: D. Crockford, Base 32. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export interface FigureParts {
  readonly resource: string;
  /** The query in plain data; keys in any order, undefined ones count as absent. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly version: string;
  /** State of the data; gives the week. */
  readonly at: Instant;
  readonly zone: Zone;
}

/** Such as `BF·26W48·7K2M`: ISO year and week of the data, and 20 bits of a hash. */
export function figureId({ resource, query, version, at, zone }: FigureParts): string {
  const { year, week } = isoWeek(localDate(at, zone));
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  let bits = hashId(JSON.stringify([resource, entries, version]));
  let code = "";
  for (let i = 0; i < 4; i++) {
    code = `${DIGITS[bits % 32]}${code}`;
    bits = Math.floor(bits / 32);
  }
  return `BF·${String(year % 100).padStart(2, "0")}W${String(week).padStart(2, "0")}·${code}`;
}
