/** Two facts under one key overwrite each other without a word: a key without its gate, its time or "in" and "out" is
 *  the commonest fault of a description. What one key says twice in one pull is compared here. */
import type { SourceRecord } from "../../../src/domain/record.ts";

/** Keys remembered; beyond, all are forgotten: a pull may last for millions of rows. */
const MOST = 50_000;

/** A check for the records of one pull, in their order: true when an earlier one of another measure, or a count at
 *  another gate or time, has the same key. Tickets may move, and what is withdrawn needs no place. */
export function keyOwners(): (record: SourceRecord) => boolean {
  const owners = new Map<string, string>();
  return ({ key, site, measure, gate, at, deleted }) => {
    if (deleted) return false;
    const counted = measure === "entries" || measure === "exits";
    const owner = counted ? `${measure} ${at} ${site} ${gate ?? ""}` : measure;
    const first = owners.get(key);
    if (first !== undefined) return first !== owner;
    if (owners.size >= MOST) owners.clear();
    owners.set(key, owner);
    return false;
  };
}
