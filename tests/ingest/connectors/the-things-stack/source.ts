/** A Things Stack with two counters and two weeks of quarter hours, for the common suite: one sends bytes with totals
 *  of 16 bits that wrap, the other named totals of 32 bits, retransmitted rows and a picture. */
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import {
  createTheThingsStackStandIn,
  type StoredUplink,
} from "../../../../demo/stand-ins/the-things-stack.ts";
import { theThingsStackConnector } from "../../../../ingest/connectors/the-things-stack/connector.ts";
import { HOUR, QUARTER } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const DAY = 24 * HOUR;
export const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-10-20T22:00:00Z");

/** What the sensor counted: running totals at an instant, as nobody but the test knows them. */
interface Truth {
  readonly device: string;
  readonly at: number;
  readonly in: number;
  readonly out: number;
  /** When the connector can have heard of it; Infinity: never. */
  knownAt: number;
}

export async function stackSource(empty = false): Promise<Source> {
  const uplinks: StoredUplink[] = [];
  const truths: Truth[] = [];
  const clock = { now: NOW };
  const faults = new Faults();
  const access = { clock: () => clock.now, key: "s3cret-key", application: "doors", faults, pageSize: 200 };
  const server = await listen(createTheThingsStackStandIn({ uplinks }, access));
  let count = 0;
  let total = 65_000;
  let left = 3;
  let at = FIRST;

  /** One report of both devices. */
  const report = (heard: "heard" | "lost" = "heard", lagMs = 0) => {
    at += QUARTER;
    count += 1;
    total += 1 + (count % 7);
    left += count % 4;
    const receivedAt = at + 3_000;
    const knownAt = heard === "heard" ? receivedAt + lagMs : Number.POSITIVE_INFINITY;
    for (const device of ["door", "gallery"]) truths.push({ device, at, in: total, out: left, knownAt });
    if (heard === "lost") return;
    const common = { session: "s1", fCnt: count - 1, receivedAt, storedAt: receivedAt + lagMs };
    uplinks.push({ ...common, device: "door", payload: bytes(total, left) });
    const named = { line_1_total_in: total, line_1_total_out: left };
    uplinks.push({
      ...common,
      receivedAt: receivedAt + 1,
      device: "gallery",
      payload: { ...named, snapshot: PICTURE },
    });
    uplinks.push({
      ...common,
      receivedAt: receivedAt + 2,
      device: "gallery",
      simulated: true,
      payload: { line_1_total_in: 9e6, line_1_total_out: 9e6 },
    });
    uplinks.push({ ...common, receivedAt: receivedAt + 3, device: "cloakroom", payload: named });
  };
  if (!empty)
    while (at < NOW - 2 * QUARTER) report(Math.round((at - FIRST) / QUARTER) % 50 === 49 ? "lost" : "heard");
  else at = NOW - DAY;

  const source: Source = {
    connector: theThingsStackConnector,
    options: {
      url: server.url,
      application: "doors",
      key: "s3cret-key",
      devices: { door: {}, gallery: { site: "moulin" } },
    },
    clock,
    faults,
    requests: empty ? 1 : 20,
    tainted: [PICTURE.slice(0, 40), "260B1234"],
    expected: () => expected(truths, clock.now),
    add() {
      clock.now = Math.max(clock.now, at + QUARTER) + HOUR;
      for (let n = 0; n < 4; n++) report();
    },
    late() {
      // Stored long after the neighbours that came behind it.
      report("heard", 50 * 60_000);
      report();
      clock.now = at + HOUR;
    },
    cancel() {
      // A report that was lost is sent again, with its own time: people move within the gap.
      const lost = truths.filter(
        ({ device, knownAt }) => device === "gallery" && knownAt === Number.POSITIVE_INFINITY,
      );
      const [one] = lost.slice(-1);
      if (!one) throw new Error("no report was lost");
      clock.now += HOUR;
      one.knownAt = clock.now;
      const history = [
        {
          timestamp: one.at / 1000,
          period_in: 1,
          period_out: 1,
          total_in: one.in % 65_536,
          total_out: one.out % 65_536,
          line_1_total_in: one.in,
          line_1_total_out: one.out,
        },
      ];
      uplinks.push({
        device: "gallery",
        session: "s1",
        fCnt: 100_000 + count,
        receivedAt: clock.now - 1000,
        storedAt: clock.now,
        payload: { history },
      });
    },
    shift() {
      report();
      clock.now = Math.max(clock.now, at + 10_000);
    },
    setExpired: (expired) => {
      access.key = expired ? "another" : "s3cret-key";
    },
    close: server.close,
  };
  return source;
}

const PICTURE = `data:image/jpeg;base64,${"/9j/4AAQSkZJRgABAQAAAQABAAD".repeat(40)}`;

/** VS121: people in the room, then totals of 16 bits. */
function bytes(into: number, out: number): Uint8Array {
  const buffer = Buffer.from("04c902010001" + "0dcc00000000", "hex");
  buffer.writeUInt16LE(into % 65_536, 8);
  buffer.writeUInt16LE(out % 65_536, 10);
  return buffer;
}

/** Longhand: what passed between two totals that are known. */
function expected(truths: readonly Truth[], now: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [device, site] of [
    ["door", "tank-1917"],
    ["gallery", "moulin"],
  ] as const) {
    const known = truths.filter((truth) => truth.device === device && truth.knownAt <= now);
    for (const [i, truth] of known.entries()) {
      const before = known[i - 1];
      if (!before) continue;
      sums.set(totalName({ measure: "entries", at: before.at, site }), truth.in - before.in);
      const out = truth.out - before.out;
      if (out !== 0) sums.set(totalName({ measure: "exits", at: before.at, site }), out);
    }
  }
  return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
}
