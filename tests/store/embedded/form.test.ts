import { expect, test } from "vitest";
import { readForm } from "../../../src/store/embedded/form.ts";

const type = "multipart/form-data; boundary=--mark";
const part = (name: string, value: string): string =>
  `----mark\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const body = (...parts: string[]): Buffer => Buffer.from(`${parts.join("")}----mark--\r\n`);

test("query and parameters come out byte for byte, empty and many-lined ones too", () => {
  const read = readForm(
    body(part("query", "select 1\r\n-- é"), part("param_a", ""), part("param_b", "\r\n--x\r\n")),
    type,
  );
  expect(read).toEqual({ query: "select 1\r\n-- é", params: { a: "", b: "\r\n--x\r\n" } });
});

test("a boundary may be quoted", () => {
  expect(readForm(body(part("query", "q")), 'multipart/form-data; boundary="--mark"').query).toBe("q");
});

test("a body that is not what it says is refused", () => {
  expect(() => readForm(Buffer.from("x"), type)).toThrow(/Malformed multipart/);
  expect(() => readForm(Buffer.from(part("query", "x")), type)).toThrow(/Malformed multipart/);
  expect(() => readForm(body(), "multipart/form-data")).toThrow(/Malformed multipart/);
});

test("files are refused by name", () => {
  const file = '----mark\r\nContent-Disposition: form-data; name="ext"; filename="x.csv"\r\n\r\n1\r\n';
  expect(() => readForm(body(file), type)).toThrow(/External data \('ext'\)/);
});
