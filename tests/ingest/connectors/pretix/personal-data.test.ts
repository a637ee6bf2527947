/** Whatever field of a row holds personal data, by accident or design, it does not get past the decoder. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { mapCheckin, mapPosition, mapTransaction } from "../../../../ingest/connectors/pretix/map.ts";
import { malformed } from "../../../../ingest/connectors/pretix/parse-rows.ts";
import { CheckinRow, SalesOrderRow, TransactionRow } from "../../../../ingest/connectors/pretix/rows.ts";
import sample from "../../../../ingest/connectors/pretix/sample.json" with { type: "json" };

const sense = {
  site: "tank-1917",
  products: () => ({ kind: "visit", tariff: "full" }) as const,
  startOf: () => 0,
};

/** Every row mapped as the streams do it, rejections included. */
function mapAll(transaction: unknown, checkin: unknown, order: unknown): string {
  const out: unknown[] = [];
  const sale = TransactionRow.safeParse(transaction);
  out.push(sale.success ? mapTransaction(sale.data, sense, {}) : malformed(sale.error, "page 1 row 1"));
  const scan = CheckinRow.safeParse(checkin);
  out.push(scan.success ? mapCheckin(scan.data, "tank-1917", 0) : malformed(scan.error, "page 1 row 2"));
  const sold = SalesOrderRow.safeParse(order);
  if (!sold.success) out.push(malformed(sold.error, "page 1 row 3"));
  else for (const position of sold.data.positions) out.push(mapPosition(position, sold.data, sense));
  return JSON.stringify(out);
}

/** A copy with the taint instead of, or beside, the n-th value, at any depth. */
function taint(value: unknown, secret: string, n: number): unknown {
  let index = 0;
  const walk = (at: unknown): unknown => {
    if (Array.isArray(at)) return at.map(walk);
    if (at instanceof Object) {
      const entries = Object.entries(at).map(([key, inner]) => [key, walk(inner)] as const);
      return { ...Object.fromEntries(entries), attendee: secret };
    }
    index += 1;
    return index - 1 === n ? secret : at;
  };
  return walk(value);
}

test("a tainted value in any place of any row leaves no trace in records or rejections", () => {
  const secrets = fc.constantFrom(
    "zoe.dupont@exemple.fr",
    "+33 6 12 34 56 78",
    "Zoé Dupont",
    "00:1B:44:11:3A:B7",
    "356938035643809",
    "AB-123-CD",
    "59267 Flesquières",
  );
  fc.assert(
    fc.property(secrets, fc.integer({ min: 0, max: 40 }), (secret, n) => {
      const rows = [sample.transactions[0], sample.checkins[0], sample.order].map((row) =>
        taint(row, secret, n),
      );
      expect(mapAll(rows[0], rows[1], rows[2])).not.toContain(secret);
    }),
    { numRuns: 400 },
  );
});
