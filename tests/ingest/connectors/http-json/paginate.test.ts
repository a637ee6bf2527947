import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../../../ingest/connectors/http-json/expression.ts";
import type { Pagination } from "../../../../ingest/connectors/http-json/options.ts";
import { type Fetch, linkNext, OverCap, paginate } from "../../../../ingest/connectors/http-json/paginate.ts";
import { halves, spansOf } from "../../../../ingest/connectors/http-json/spans.ts";
import { HOUR } from "../../../../src/domain/time.ts";

const URL_ = "https://api.example.org/rows";
const reply = (value: unknown, headers: Record<string, string> = {}) => ({
  value,
  faults: [],
  headers: new Headers(headers),
  url: URL_,
});

async function rowsOf(options: Pagination, fetch: Fetch, warnings: string[] = []): Promise<unknown[]> {
  const rows: unknown[] = [];
  const select = compile("rows", "select");
  const warn = (message: string) => warnings.push(message);
  for await (const page of paginate({ options, select, bindings: {}, fetch, warn })) rows.push(...page.rows);
  return rows;
}

/** An API over n rows that understands every kind of paging, `size` rows a page. */
function api(n: number, size: number): Fetch {
  const all = Array.from({ length: n }, (_, i) => i);
  return async (more) => {
    const query = more instanceof URL ? Object.fromEntries(more.searchParams) : more;
    const start = Number(query.offset ?? query.mark ?? Number(query.page ?? 0) * size);
    const end = start + size;
    const next = end < n ? { mark: String(end), url: `${URL_}?offset=${end}` } : {};
    const link = end < n ? { link: `<${URL_}?offset=${end}>; rel="next", <${URL_}>; rel="first"` } : {};
    return reply({ rows: all.slice(start, end), total: n, ...next }, link);
  };
}

test("every kind of paging brings every row once, in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 20 }), async (n, size) => {
      const all = Array.from({ length: n }, (_, i) => i);
      const kinds: Pagination[] = [
        { kind: "page", param: "page", first: 0, size },
        { kind: "offset", param: "offset", size, total: "total" },
        { kind: "cursor", param: "mark", next: "mark" },
        { kind: "next", next: "url" },
        { kind: "link" },
      ];
      for (const kind of kinds) expect(await rowsOf(kind, api(n, size))).toEqual(all);
    }),
    { numRuns: 40 },
  );
});

test("a list that gets shorter during the scan is read again from its beginning", async () => {
  const rows = ["a", "b", "c", "d", "e"];
  let requests = 0;
  const fetch: Fetch = async (more) => {
    requests += 1;
    if (requests === 2) rows.shift();
    const start = more instanceof URL ? 0 : Number(more.offset);
    return reply({ rows: rows.slice(start, start + 2), total: rows.length });
  };
  const warnings: string[] = [];
  const read = await rowsOf({ kind: "offset", param: "offset", size: 2, total: "total" }, fetch, warnings);
  expect(new Set(read)).toEqual(new Set(["a", "b", "c", "d", "e"]));
  expect(warnings).toEqual(["the list changed from 5 to 4 rows while it was read"]);
});

test("pages in circles, a list that is none and a page beyond the cap end the scan", async () => {
  const circle: Fetch = async () => reply({ rows: [1], mark: "again" });
  await expect(rowsOf({ kind: "cursor", param: "m", next: "mark" }, circle)).rejects.toThrow(/already read/);
  const none: Fetch = async () => reply({ error: "quota" });
  await expect(rowsOf({ kind: "none" }, none)).rejects.toThrow(/no list/);
  const capped: Pagination = { kind: "offset", param: "offset", size: 10, cap: 20 };
  await expect(rowsOf(capped, api(35, 10))).rejects.toThrow(OverCap);
  expect(await rowsOf(capped, api(15, 10))).toHaveLength(15);
});

test("an address of the next page on another host gives only its query: credentials stay at home", async () => {
  const asked: string[] = [];
  const fetch: Fetch = async (more) => {
    if (more instanceof URL) asked.push(more.href);
    return reply(more instanceof URL ? { rows: [] } : { rows: [1], url: "http://10.0.0.7/else/rows?page=2" });
  };
  await rowsOf({ kind: "next", next: "url" }, fetch);
  expect(asked).toEqual([`${URL_}?page=2`]);
});

test("the Link header is read whatever its order and quotes", () => {
  const next = (link: string) => linkNext(new Headers({ link }));
  expect(next('<https://x/1>; rel="prev", <https://x/3>; title="a, b"; rel="next"')).toBe("https://x/3");
  expect(next("<https://x/3>; rel=next")).toBe("https://x/3");
  expect(next('<https://x/1>; rel="last nextish"')).toBeUndefined();
});

test("windows and their halves cover a span without gap or overlap, over clock changes too", () => {
  const start = Date.parse("2026-01-01T00:00:00Z");
  fc.assert(
    fc.property(
      fc.nat(9000),
      fc.integer({ min: 1, max: 9000 }),
      fc.integer({ min: 1, max: 60 }),
      (a, length, days) => {
        const from = start + a * HOUR;
        const until = from + length * HOUR;
        const spans = spansOf(from, until, days, "Europe/Paris");
        const parts = spans.flatMap((span) => halves(span) ?? [span]);
        expect(parts[0]?.from).toBeLessThanOrEqual(from);
        expect(parts.at(-1)?.to).toBe(until);
        for (const [i, part] of parts.entries()) {
          expect(part.to).toBeGreaterThan(part.from);
          if (i > 0) expect(part.from).toBe(parts[i - 1]?.to);
        }
      },
    ),
    { numRuns: 60 },
  );
});
