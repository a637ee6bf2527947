/** What every connector must do, whatever the source: each connector's test calls this with its own stand-in or real
 *  counterpart. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedRun } from "../../src/domain/sink.ts";
import { createRig, type Rig, type Source } from "./rig.ts";

export type Check =
  | "first pull"
  | "doubled hour"
  | "second pull"
  | "next pull"
  | "late fact"
  | "cancellation"
  | "change between pages"
  | "429"
  | "server error"
  | "source gone"
  | "expired token"
  | "garbage"
  | "personal data"
  | "undeclared site"
  | "empty source";

/** @param without checks that make no sense for this way of delivering, each with the reason
 *  @param create a source filled with some weeks of facts, more than two pages of each kind; `empty` without any. */
export function connectorSuite(
  name: string,
  create: (empty?: "empty") => Promise<Source>,
  without: Readonly<Partial<Record<Check, string>>> = {},
): void {
  describe(`${name} as a connector`, () => {
    let source: Source;
    let rig: Rig;
    beforeEach(async () => {
      source = await create();
      rig = createRig(source);
    });
    afterEach(() => source.close());
    const check = (of: Check, title: string, run: () => Promise<void>) => {
      if (without[of] === undefined) test(title, run);
    };
    /** Requests that make up this share of a first pull. */
    const into = (share: number) => Math.floor(source.requests * share);

    check("first pull", "a first pull delivers every fact of the source, once", async () => {
      expect(statuses(await rig.pull())).toEqual(new Set(["done"]));
      expect(rig.sink.totals()).toEqual(source.expected());
      expect(rig.sink.totals().size).toBeGreaterThan(0);
      expect(rig.sink.rejections).toEqual([]);
    });

    check(
      "doubled hour",
      "both passes of the hour that the clock repeats in autumn arrive apart",
      async () => {
        await rig.pull();
        const hours = [...rig.sink.totals().keys()].map((key) => key.split(" ")[1]?.slice(0, 13));
        const passes = source.naive ? ["2026-10-25T00"] : ["2026-10-25T00", "2026-10-25T01"];
        expect(hours).toEqual(expect.arrayContaining(passes));
        expect(rig.sink.totals()).toEqual(source.expected());
      },
    );

    check("second pull", "a second pull brings nothing new", async () => {
      await rig.pull();
      const before = rig.sink.totals();
      expect(sum(await rig.pull())).toMatchObject({ accepted: 0, revised: 0 });
      source.clock.now += 60_000;
      expect(sum(await rig.pull())).toMatchObject({ accepted: 0, revised: 0 });
      expect(rig.sink.totals()).toEqual(before);
    });

    check("next pull", "the next pull brings what is new and asks for little else", async () => {
      const first = sum(await rig.pull());
      await source.add();
      const second = sum(await rig.pull());
      expect(second.accepted).toBeGreaterThan(0);
      expect(second.fetched).toBeLessThan(first.fetched);
      expect(rig.sink.totals()).toEqual(source.expected());
    });

    check("late fact", "a fact about the past that becomes known later is found", async () => {
      await rig.pull();
      await source.late();
      await rig.pull();
      expect(rig.sink.totals()).toEqual(source.expected());
    });

    check("cancellation", "what is cancelled or corrected is taken back", async () => {
      await rig.pull();
      const before = rig.sink.totals();
      await source.cancel();
      await rig.pull();
      expect(rig.sink.totals()).toEqual(source.expected());
      expect(rig.sink.totals()).not.toEqual(before);
    });

    check(
      "change between pages",
      "a change between two pages of a scan loses and doubles nothing",
      async () => {
        let requests = 0;
        source.faults.onRequest = () => {
          requests += 1;
          if (requests % 4 === 0 && requests < 30) source.shift();
        };
        await rig.pull();
        source.faults.onRequest = () => undefined;
        source.clock.now += 60_000;
        await rig.pull();
        expect(rig.sink.totals()).toEqual(source.expected());
      },
    );

    check("429", "a 429 is answered by waiting as long as it asks", async () => {
      source.faults.add({ match: /./, kind: "status", status: 429, retryAfter: "7", after: into(0.2) });
      expect(statuses(await rig.pull())).toEqual(new Set(["done"]));
      expect(rig.waits).toContain(7000);
      expect(rig.sink.totals()).toEqual(source.expected());
    });

    check(
      "server error",
      "a server error and a connection cut in the middle of a page are tried again",
      async () => {
        source.faults.add({ match: /./, kind: "status", status: 503, times: 2 });
        source.faults.add({ match: /./, kind: "cut", after: into(0.5), times: 2 });
        expect(statuses(await rig.pull())).toEqual(new Set(["done"]));
        expect(rig.waits.length).toBeGreaterThanOrEqual(4);
        expect(rig.sink.totals()).toEqual(source.expected());
      },
    );

    check(
      "source gone",
      "a source that goes away in the middle is taken up again where it was left",
      async () => {
        source.faults.add({ match: /./, kind: "status", status: 500, after: into(0.5), times: 1000 });
        expect(statuses(await rig.pull())).toContain("unavailable");
        source.faults.clear();
        await rig.pull();
        expect(rig.sink.totals()).toEqual(source.expected());
      },
    );

    check(
      "expired token",
      "an expired token stops the feed, says what to do and shows no secret",
      async () => {
        await source.setExpired(true);
        const runs = (await rig.pull()).filter((run) => run.status !== "done");
        expect(runs.length).toBeGreaterThan(0);
        for (const run of runs) {
          expect(run.status).toBe("unavailable");
          expect(run.problem).toMatch(/expired|refused credentials/);
          expect(run.problem).not.toMatch(/s3cret/);
        }
        await source.setExpired(false);
        await rig.pull();
        expect(rig.sink.totals()).toEqual(source.expected());
      },
    );

    check("garbage", "a page that is no JSON is a changed feed, not data", async () => {
      source.faults.add({ match: /./, kind: "garbage", times: 1000 });
      const endings = statuses(await rig.pull());
      expect(endings).toContain("changed");
      expect(endings).not.toContain("unavailable");
      expect(rig.sink.totals().size).toBe(0);
    });

    check(
      "personal data",
      "nothing personal gets into records, rejections, cursors or the ledger",
      async () => {
        await rig.pull();
        await source.cancel();
        await rig.pull();
        const stored = JSON.stringify([rig.sink.batches, rig.sink.rejections, rig.state.runs, rig.runs]);
        for (const secret of [...source.tainted, "s3cret"]) expect(stored).not.toContain(secret);
      },
    );

    check(
      "undeclared site",
      "facts of a site that nobody had declared wait without anything personal, and are all there once it is",
      async () => {
        await rig.pull({ sites: new Set(["another"]) });
        expect(rig.sink.totals().size).toBe(0);
        expect(rig.sink.rejections.length).toBeGreaterThan(0);
        const kept = JSON.stringify(rig.sink.batches);
        for (const secret of [...source.tainted, "s3cret"]) expect(kept).not.toContain(secret);
        const replayed = await rig.replay();
        const refused = replayed.flatMap(({ outcome, detail }) => (outcome === "refused" ? [detail] : []));
        // Weather has no versions: its next issue brings it.
        if (refused.some((detail) => detail.startsWith("weather"))) return;
        expect(refused).toEqual([]);
        expect(rig.sink.totals()).toEqual(source.expected());
      },
    );

    check("empty source", "an empty source is done without facts and finds later ones", async () => {
      await source.close();
      source = await create("empty");
      rig = createRig(source);
      expect(statuses(await rig.pull())).toEqual(new Set(["done"]));
      expect(rig.sink.totals().size).toBe(0);
      await source.add();
      await rig.pull();
      expect(rig.sink.totals()).toEqual(source.expected());
      expect(rig.sink.totals().size).toBeGreaterThan(0);
    });
  });
}

function statuses(runs: readonly FeedRun[]): Set<string> {
  return new Set(runs.map((run) => run.status));
}

/** Counts of all streams together. */
function sum(runs: readonly FeedRun[]): { fetched: number; accepted: number; revised: number } {
  const total = { fetched: 0, accepted: 0, revised: 0 };
  for (const { counts } of runs) {
    total.fetched += counts.fetched;
    total.accepted += counts.accepted;
    total.revised += counts.revised;
  }
  return total;
}
