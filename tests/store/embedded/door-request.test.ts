import { expect, test } from "vitest";
import { checkAccess } from "../../../src/store/embedded/access.ts";
import { readRequest } from "../../../src/store/embedded/door-request.ts";

const read = (address: string, headers = {}) => readRequest(new URLSearchParams(address), headers);

test("parameters, settings and what concerns HTTP alone are told apart", () => {
  const request = read(
    "query=select+1&param_a=x&param_b=%5CN&max_threads=2&enable_http_compression=1&query_id=q&send_progress_in_http_headers=1",
  );
  expect(request).toMatchObject({
    query: "select 1",
    params: { a: "x", b: "\\N" },
    compress: true,
    queryId: "q",
  });
  expect([...request.settings]).toEqual([["max_threads", "2"]]);
});

test("what is not said is undefined, and the format may stand in a header", () => {
  expect(read("")).toMatchObject({
    database: undefined,
    session: undefined,
    format: undefined,
    waitForEnd: false,
  });
  expect(read("", { "x-clickhouse-format": "CSV", "x-clickhouse-database": "d" })).toMatchObject({
    format: "CSV",
    database: "d",
  });
});

test("a session lasts a minute unless said otherwise, and an hour at most", () => {
  expect(read("session_id=a").session).toEqual({ id: "a", timeoutMs: 60_000, mustExist: false });
  expect(read("session_id=a&session_timeout=5&session_check=1").session).toEqual({
    id: "a",
    timeoutMs: 5000,
    mustExist: true,
  });
  for (const wrong of ["3601", "-1", "x", "1.5"]) {
    expect(() => read(`session_id=a&session_timeout=${wrong}`)).toThrow(/Invalid session timeout/);
  }
});

test("neither a setting's name nor a format can carry SQL", () => {
  expect(() => read("default_format=CSV%3B+drop+table+t")).toThrow(/Unknown format/);
  expect(() => read("a%3D1%2Cb=1")).toThrow(/Unknown setting/);
});

test("a role is refused, since there are none", () => {
  expect(() => read("role=admin")).toThrow(/no role 'admin'/);
});

test("only the right name with the right secret comes in, colons in it included", () => {
  const expected = { username: "u", password: "a:b" };
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });
  const none = new URLSearchParams();
  expect(() => checkAccess(basic("u:a:b"), none, expected)).not.toThrow();
  for (const headers of [basic("u:a"), basic("v:a:b"), basic("u"), {}, { authorization: "Bearer a:b" }]) {
    expect(() => checkAccess(headers, none, expected)).toThrow(/Authentication failed/);
  }
});
