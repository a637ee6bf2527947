import fc from "fast-check";
import { expect, test } from "vitest";
import { inFlight } from "../../ingest/in-flight.ts";
import type { SourceRecord } from "../../src/domain/record.ts";
import type { Counts, RecordBatch } from "../../src/domain/sink.ts";

const counts: Counts = { fetched: 1, accepted: 1, unchanged: 0, revised: 0, rejected: {} };

function record(site: string, at: number): SourceRecord {
  return {
    site,
    measure: "entries",
    key: "k",
    at,
    minutes: 15,
    value: 1,
    version: 1,
    deleted: false,
    knownAt: at,
  };
}

function batch(token: string, movable: boolean, records: readonly SourceRecord[]): RecordBatch {
  return { feed: "f", stream: "s", run: "r", movable, token, records, rejections: [], now: 0 };
}

/** True when two batches may hold the same fact, by comparing every span of every site. */
function meet(a: RecordBatch, b: RecordBatch): boolean {
  if (a.movable || b.movable) return true;
  const spans =
    ({ records }: RecordBatch) =>
    (site: string) =>
      records.filter((r) => r.site === site).map((r) => r.at);
  return a.records.some(({ site }) => {
    const [ours, theirs] = [spans(a)(site), spans(b)(site)];
    return (
      theirs.length > 0 &&
      Math.min(...ours) <= Math.max(...theirs) &&
      Math.min(...theirs) <= Math.max(...ours)
    );
  });
}

const records = fc.array(
  fc.record({ site: fc.constantFrom("alpha", "beta"), at: fc.integer({ min: 0, max: 20 }) }),
  { maxLength: 3 },
);
const plan = fc.record({ movable: fc.boolean(), records, fails: fc.boolean() }, { noNullPrototype: true });
/** Half of the streams go well to the end. */
const plans = fc
  .tuple(fc.array(plan, { maxLength: 8 }), fc.boolean(), fc.boolean())
  .map(([all, well, fixed]) =>
    all.map((one) => ({ ...one, fails: one.fails && !well, movable: one.movable && !fixed })),
  );

test("batches that may meet are never under way together, land in order, and nothing lands behind a fault", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      plans,
      fc.integer({ min: 1, max: 3 }),
      async (scheduler, given, atOnce) => {
        const batches = given.map((one, i) =>
          batch(
            String(i),
            one.movable,
            one.records.map(({ site, at }) => record(site, at)),
          ),
        );
        const underWay = new Set<RecordBatch>();
        const written = new Set<RecordBatch>();
        const landed: string[] = [];
        const write = async (one: RecordBatch): Promise<Counts> => {
          for (const other of underWay) expect(meet(one, other)).toBe(false);
          underWay.add(one);
          expect(underWay.size).toBeLessThanOrEqual(atOnce);
          await scheduler.schedule(Promise.resolve());
          underWay.delete(one);
          if (given[Number(one.token)]?.fails) throw new Error(one.token);
          written.add(one);
          return counts;
        };
        const flights = inFlight({ write }, atOnce);
        const run = async (): Promise<string | undefined> => {
          try {
            for (const one of batches) {
              await flights.begin(one, async () => {
                for (const earlier of batches.slice(0, Number(one.token) + 1))
                  expect(written).toContain(earlier);
                landed.push(one.token);
              });
            }
            await flights.land();
            return undefined;
          } catch (cause) {
            expect(underWay.size).toBe(0);
            return cause instanceof Error ? cause.message : "";
          }
        };
        const fault = await scheduler.waitFor(run());
        const first = given.findIndex(({ fails }) => fails);
        const well = first === -1 ? batches.length : first;
        expect(fault).toBe(first === -1 ? undefined : String(first));
        expect(landed).toEqual(batches.slice(0, well).map(({ token }) => token));
      },
    ),
  );
});

test("two batches of different days are under way together", async () => {
  const open: (() => void)[] = [];
  const write = () => new Promise<Counts>((resolve) => open.push(() => resolve(counts)));
  const flights = inFlight({ write });
  const landed: string[] = [];
  for (const day of [1, 2]) {
    await flights.begin(batch(`${day}`, false, [record("alpha", day)]), async () => {
      landed.push(`${day}`);
    });
  }
  expect(open).toHaveLength(2);
  for (const end of open.toReversed()) end();
  await flights.land();
  expect(landed).toEqual(["1", "2"]);
});

test("a fault of what follows a write is thrown, and the next batch does not land", async () => {
  const landed: string[] = [];
  const flights = inFlight({ write: async () => counts });
  await flights.begin(batch("1", false, [record("alpha", 1)]), () => Promise.reject(new Error("no cursor")));
  await flights.begin(batch("2", false, [record("alpha", 2)]), async () => {
    landed.push("2");
  });
  await expect(flights.land()).rejects.toThrow("no cursor");
  await flights.land();
  expect(landed).toEqual([]);
});
