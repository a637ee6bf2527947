import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "../../../src/store/embedded/statement.ts";

/** The statement's own text, its format, and its data. */
function parts(sql: string) {
  const { kind, end, format, data } = analyse(sql);
  return { kind, sql: sql.slice(0, end), format: format?.name, data: data && sql.slice(data.from) };
}

test.each([
  ["select 1", "select 1", undefined],
  ["select 1 ;; -- done", "select 1", undefined],
  ["select 1 format JSON", "select 1 format JSON", "JSON"],
  [
    "select 1\nFORMAT JSON SETTINGS max_threads = 1",
    "select 1\nFORMAT JSON SETTINGS max_threads = 1",
    "JSON",
  ],
  ["select 1 -- format CSV", "select 1", undefined],
  ["select ' format CSV'", "select ' format CSV'", undefined],
  ["select format('{}', 1) as format from t", "select format('{}', 1) as format from t", undefined],
  ["(select 1 format) union all (select 2)", "(select 1 format) union all (select 2)", undefined],
  ["select 1 /* ; */ + 2 # note", "select 1 /* ; */ + 2", undefined],
  ["select $tag$ ; ' format X $tag$", "select $tag$ ; ' format X $tag$", undefined],
  ["with 1 as x select x format TSV;", "with 1 as x select x format TSV", "TSV"],
  ["select 'a\\'; drop' format TSV", "select 'a\\'; drop' format TSV", "TSV"],
  ["select 'it''s ;' format TSV", "select 'it''s ;' format TSV", "TSV"],
])("%s is read", (sql, text, format) => {
  expect(parts(sql)).toEqual({ kind: "read", sql: text, format, data: undefined });
  expect(analyse(sql).second).toBeUndefined();
});

test.each([
  ["insert into t values (1), (2)", "insert into t ", "Values", " (1), (2)"],
  ["INSERT INTO t (a, b) FORMAT CSV\n1,2\n", "INSERT INTO t (a, b) ", "CSV", "1,2\n"],
  ["insert into t format JSONEachRow {}", "insert into t ", "JSONEachRow", "{}"],
  ["insert into t format CSV;\r\n1", "insert into t ", "CSV", "1"],
  ["insert into t settings a = 1 format CSV\n\n1", "insert into t settings a = 1 ", "CSV", "\n1"],
  ["insert into `values` format CSV\n1", "insert into `values` ", "CSV", "1"],
  ["insert into db.format format CSV\n1", "insert into db.format ", "CSV", "1"],
  ["insert into t (* except(values)) values (1)", "insert into t (* except(values)) ", "Values", " (1)"],
  [
    "insert into function file('x', 'CSV') values (1)",
    "insert into function file('x', 'CSV') ",
    "Values",
    " (1)",
  ],
  [
    "insert into t select a from input('a Int8') format CSV\n1",
    "insert into t select a from input('a Int8') ",
    "CSV",
    "1",
  ],
])("%s has its data behind the head", (sql, head, format, data) => {
  expect(parts(sql)).toEqual({ kind: "insert", sql: head, format: undefined, data });
  expect(analyse(sql).data?.format).toBe(format);
});

test.each([
  "insert into t select 1",
  "insert into t select values from u",
  "insert into t (select 1 as format)",
])("%s has no data of its own", (sql) => {
  expect(parts(sql)).toEqual({ kind: "insert", sql, format: undefined, data: undefined });
});

test("a settings clause of an insert comes behind its file", () => {
  const sql = "insert into t (a) settings x = 1 format CSV\n1";
  expect(sql.slice(analyse(sql).data?.fileAt)).toMatch(/^settings/);
});

test.each([
  ["select 1; select 2", 10],
  ["insert into t values (1); drop table t", 26],
  ["create table t (a Int8); x", 25],
])("%s holds a second statement", (sql, at) => {
  expect(analyse(sql).second).toBe(at);
});

test.each([
  "show tables format TSV",
  "explain select 1",
  "create table t (a Int8)",
  "with x as (select 1) insert into t select * from x",
])("%s is a command", (sql) => {
  expect(analyse(sql).kind).toBe("command");
});

test("placeholders are found, text in strings and comments is not", () => {
  const sql = "select {a: UInt8}, '{b:String}', { c :Array(String)} /* {d:UInt8} */ from {t:Identifier}";
  expect([...analyse(sql).placeholders]).toEqual(["a", "c", "t"]);
});

test("files named by a client are noticed", () => {
  expect(analyse("select 1 into outfile 'x'").namesFile).toBe(true);
  expect(analyse("insert into t from infile 'x' format CSV").namesFile).toBe(true);
  expect(analyse("select 'into outfile'").namesFile).toBe(false);
});

test("nothing, or comments alone, is no statement", () => {
  for (const sql of ["", "  ", "-- note", ";", "/* x"]) expect(analyse(sql).verb).toBe("");
});

test("no text makes the analysis fail or point outside of it", () => {
  const piece = fc.constantFrom(
    "select",
    "insert into",
    "values",
    "format",
    "CSV",
    "'",
    "(",
    ")",
    "{",
    "}",
    ";",
    "--",
    "/*",
    "$$",
    " ",
    "\n",
    "a",
    "1",
    ":",
    "settings",
    "input",
    "`",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const sql = pieces.join(" ");
      const { end, format, data } = analyse(sql);
      expect(end).toBeLessThanOrEqual(sql.length);
      if (format) expect(format.start < format.end && format.end <= end).toBe(true);
      if (data)
        expect(data.fileAt <= data.headEnd && data.headEnd <= data.from && data.from <= sql.length).toBe(
          true,
        );
    }),
  );
});
