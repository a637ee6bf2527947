import { expect, test } from "vitest";
import { compile, faultOf, RowFault } from "../../../../ingest/connectors/http-json/expression.ts";
import { makeHelpers } from "../../../../ingest/connectors/http-json/helpers.ts";

const run = (text: string, input: unknown = {}) => {
  const helpers = makeHelpers("Europe/Paris", { dst: "sequence", nonexistent: "reject" });
  return compile(text, "map of counts")(input, helpers.bindings);
};

test("what could hang, differ from run to run or run a text of the source is refused", () => {
  for (const text of [
    "$match(x, /(a+)+$/)",
    "$eval(x)",
    "x ~> $eval",
    "$now()",
    "[1..3].$random()",
    "$millis()",
  ])
    expect(faultOf(text)).toMatch(/is not allowed/);
  expect(faultOf("a[")).toMatch(/expected a JSONata expression/);
  expect(faultOf("rows[count > 0].id")).toBeUndefined();
});

test("an expression without end is stopped, and its message quotes nothing", async () => {
  await expect(run("($f := function($n) { $f($n + 1) }; $f(0))")).rejects.toThrow(/map of counts.*D1012/);
  await expect(run("($f := function($n) { 1 + $f($n + 1) }; $f(0))")).rejects.toThrow(/map of counts/);
  await expect(run("[1..1000000000]")).rejects.toThrow(/D201[45]/);
  const secret = run("$number(name)", { name: "alix@example.org" });
  await expect(secret).rejects.toThrow(/map of counts/);
  await expect(secret).rejects.not.toThrow(/alix/);
});

test("numbers and prices are read as French and English sources write them", async () => {
  expect(await run("$num(n)", { n: "1 234" })).toBe(1234);
  expect(await run("$cents(p)", { p: "6,50 €" })).toBe(650);
  expect(await run("$cents(p)", { p: "1.00" })).toBe(100);
  expect(await run("$num(n)", { n: "" })).toBeNull();
  expect(await run("$num(nothing)")).toBeUndefined();
  await expect(run("$num(n)", { n: "gratuit" })).rejects.toThrow(RowFault);
});

test("the doubled hour is told apart by the order of rows, and once within a row", async () => {
  const helpers = makeHelpers("Europe/Paris", { dst: "sequence", nonexistent: "reject" });
  const twice = compile("[$local(t), $local(t)]", "map");
  const at = async (t: string) => {
    helpers.nextRow();
    return twice({ t }, helpers.bindings);
  };
  const first = Date.parse("2026-10-25T00:00:00Z");
  expect(await at("2026-10-25 01:00:00")).toEqual([first - 3_600_000, first - 3_600_000]);
  expect(await at("2026-10-25 02:00:00")).toEqual([first, first]);
  expect(await at("2026-10-25 02:00:00")).toEqual([first + 3_600_000, first + 3_600_000]);
});

test("a time that never was, or none at all, is a fault of its row", async () => {
  await expect(run("$local(t)", { t: "2026-03-29 02:30:00" })).rejects.toMatchObject({
    reason: "nonexistent_time",
  });
  await expect(run("$local(t)", { t: "hier" })).rejects.toMatchObject({ reason: "bad_time" });
  expect(await run("$local(t)", { t: "0000-00-00 00:00:00" })).toBeUndefined();
  expect(await run("$local(t)", { t: "14/07/2026 10:15" })).toBe(Date.parse("2026-07-14T08:15:00Z"));
});
