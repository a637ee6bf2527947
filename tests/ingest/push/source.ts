/** A till that pushes four weeks of hours, for the common suite: it sends what is new, and its last batch once more as
 *  senders do that did not hear the answer. */
import { Faults } from "../../../demo/stand-ins/faults.ts";
import { pushConnector } from "../../../ingest/connectors/push/connector.ts";
import { addCounts, NO_COUNTS } from "../../../ingest/counts.ts";
import { createIntake } from "../../../ingest/push/intake.ts";
import type { KnownPush, PushIntake, PushReplies } from "../../../src/domain/push.ts";
import { HOUR, toIso } from "../../../src/domain/time.ts";
import { readTerritory } from "../../../src/territory/load.ts";
import { totalName } from "../../support/memory-sink.ts";
import type { Rig, Source } from "../rig.ts";

const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-10-06T00:00:00Z");
const OPTIONS = { token: "s3cret-token-0123456789", measure: "admissions", minutes: 60 };
/** Rows in a batch. */
const BATCH = 200;

const TERRITORY = `
territory: { id: push, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "CAC", publishes: true } ]
sites: [ { id: tank-1917, name: { fr: Tank }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: tickets } } ]
feeds: [ { id: feed, site: tank-1917, kind: ticketing, connector: push, every: PT1M, options: ${JSON.stringify(OPTIONS)} } ]
`;

export function pushSource(given: { readonly empty: boolean }): Source {
  const clock = { now: NOW };
  const territory = readTerritory(TERRITORY, "push.yaml", {});
  const values = new Map<number, number>();
  let outbox: object[] = [];
  let last: object[] = [];
  let open: { readonly sink: Rig["sink"]; readonly intake: PushIntake } | undefined;
  const tell = (at: number, value: number | null): void => {
    if (value === null) values.delete(at);
    else values.set(at, value);
    const row = { key: `h/${at / HOUR}`, at: toIso(at), value: value ?? 0, changed_at: toIso(clock.now) };
    outbox.push(value === null ? { ...row, deleted: true } : row);
  };
  if (!given.empty)
    for (let at = FIRST; at < NOW; at += HOUR) if (at !== NOW - 40 * HOUR) tell(at, 1 + ((at / HOUR) % 9));
  return {
    connector: pushConnector,
    options: OPTIONS,
    clock,
    faults: new Faults(),
    requests: 1,
    tainted: ["@example.org", "Dupont", "+331234"],
    expected: () =>
      new Map(
        [...values]
          .map(([at, n]): [string, number] => [
            totalName({ measure: "admissions", at, site: "tank-1917" }),
            n,
          ])
          .sort(([a], [b]) => a.localeCompare(b)),
      ),
    async deliver({ sink, state }) {
      if (open?.sink !== sink) open = { sink, intake: openIntake(sink, state) };
      const { intake } = open;
      const feed = intake.feed("feed");
      const send = async (rows: readonly object[]) =>
        (await feed?.push({ bytes: Buffer.from(JSON.stringify(rows)), format: "json", key: undefined }))
          ?.kind;
      const before = state.runs.length;
      const endings = new Set<string | undefined>();
      if (last.length > 0) endings.add(await send(last));
      for (; outbox.length > 0; outbox = outbox.slice(BATCH)) {
        last = outbox.slice(0, BATCH);
        endings.add(await send(last));
      }
      const personal = {
        key: "p",
        at: toIso(FIRST),
        value: 1,
        email: "anna@example.org",
        phone: "+33123456789",
      };
      const refused = await send([{ ...personal, name: "Anna Dupont" }]);
      // Lines of the ledger are written now.
      await intake.close();
      const counts = state.runs.slice(before).reduce((sum, run) => addCounts(sum, run.counts), NO_COUNTS);
      const wrong = refused !== "personal" || [...endings].some((ending) => ending !== "stored");
      const ending = { status: wrong ? "failed" : "done", problem: [...endings, refused].join() } as const;
      return {
        ...{ feed: "feed", stream: "push", run: "r", counts },
        startedAt: clock.now,
        endedAt: clock.now,
        ...ending,
      };
    },
    add() {
      clock.now += 2 * HOUR;
      tell(clock.now - HOUR, 4);
    },
    late() {
      clock.now += HOUR;
      tell(NOW - 40 * HOUR, 6);
    },
    cancel() {
      clock.now += HOUR;
      tell(NOW - 20 * HOUR, null);
      tell(NOW - 21 * HOUR, 50);
    },
    shift: () => undefined,
    setExpired: () => undefined,
    close: async () => open?.intake.close(),
  };

  function openIntake(sink: Rig["sink"], state: Rig["state"]): PushIntake {
    const log = { info: () => undefined, warn: () => undefined };
    return createIntake(territory, { sink, state, replies: repliesInMemory(), log, now: () => clock.now });
  }
}

function repliesInMemory(): PushReplies {
  const known = new Map<string, KnownPush>();
  return {
    read: async (_, tokens) => tokens.flatMap((token) => known.get(token) ?? []),
    save: async (_, answered) => {
      for (const each of answered) known.set(each.token, each);
    },
  };
}
