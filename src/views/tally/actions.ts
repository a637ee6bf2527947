/** What can be counted by hand: presses, and an hour as a whole. Both go the way of every other source. */
import { createHash, randomUUID } from "node:crypto";
import type { Actions } from "../../api/actions.ts";
import { Problem } from "../../api/problem.ts";
import type { SourceRecord } from "../../domain/record.ts";
import type { RecordSink } from "../../domain/sink.ts";
import type { Feed, Site, Territory } from "../../domain/site.ts";
import { type Instant, localDate, toIso } from "../../domain/time.ts";
import { TALLY, tallyFeed } from "./feed.ts";
import { hourRecords, pressRecord, refusalOf } from "./records.ts";
import { slotsOf } from "./slots.ts";

export interface TallyDeps {
  readonly territory: Territory;
  readonly sink: RecordSink;
  readonly now: () => Instant;
}

export function tallyActions(deps: TallyDeps): Pick<Actions, "countPresses" | "countHour"> {
  const { territory, now } = deps;
  const keep = writer(deps);
  return {
    async countPresses({ site: id, entries }) {
      const at = now();
      const { feed } = placeOf(territory, id);
      const presses = entries.map((entry) => ({ ...entry, at: Date.parse(entry.at) }));
      const refused = presses.flatMap((press) => {
        const reason = refusalOf(press, at);
        return reason ? [{ id: press.id, reason }] : [];
      });
      const taken = presses.filter((press) => refusalOf(press, at) === null);
      await keep(
        feed,
        taken.map((press) => pressRecord(id, press, at)),
      );
      return { stored: taken.length, refused };
    },

    async countHour({ site: id, start, tariff, count }) {
      const at = now();
      const { feed, site } = placeOf(territory, id);
      const from = Date.parse(start);
      const slot = slotsOf(site, localDate(from, site.zone)).find((one) => one.from === from);
      const reason = refusalOf({ at: from }, at);
      if (!slot || reason !== null) {
        const why = reason === null ? "an hour of GET /api/v1/tally is expected" : `${reason}: not counted`;
        throw new RangeError(`invalid start: ${start} (${why})`);
      }
      await keep(feed, hourRecords(id, slot, tariff, count, at));
      return { site: id, start: toIso(from), people: count };
    },
  };
}

/** @throws Problem `conflict` where no hand counts are declared */
function placeOf(territory: Territory, id: string): { readonly site: Site; readonly feed: Feed } {
  const site = territory.sites.find((one) => one.id === id);
  const feed = site && tallyFeed(territory, site);
  if (site && feed) return { site, feed };
  throw new Problem("conflict", `nobody counts by hand at ${id}: declare a feed of kind manual for it`);
}

/** Writes one batch at a time: of two that hold the same press, the second sees what the first has stored. */
function writer({ sink, now }: TallyDeps): (feed: Feed, records: readonly SourceRecord[]) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (feed, records) => {
    if (records.length === 0) return Promise.resolve();
    const token = createHash("sha256")
      .update(JSON.stringify(records.map(named)))
      .digest("hex");
    const batch = {
      feed: feed.id,
      stream: TALLY,
      run: randomUUID(),
      movable: false,
      token,
      records,
      rejections: [],
      now: now(),
    };
    const next = last.then(async () => {
      await sink.write(batch);
      await sink.settle(feed.id, batch.now);
    });
    last = next.catch(() => undefined);
    return next;
  };
}

/** What names a record's content, whenever it came. */
function named({ key, at, value, version, deleted, tariff }: SourceRecord) {
  return [key, at, value, version, deleted, tariff];
}
