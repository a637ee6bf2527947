import fc from "fast-check";
import { expect, test } from "vitest";
import { xmlParser } from "../../../ingest/format/xml.ts";

function read(text: string, size = text.length): string {
  let out = "";
  const parser = xmlParser({
    open: (name, attributes) => {
      out += `<${name}${[...attributes].map(([key, value]) => ` ${key}=${value}`).join("")}>`;
    },
    text: (piece) => {
      out += piece;
    },
    close: (name) => {
      out += `</${name}>`;
    },
  });
  for (let at = 0; at < text.length; at += size) parser.push(text.slice(at, at + size));
  parser.end();
  return out;
}

const SAMPLE =
  "<?xml version='1.0'?><!-- a > b --><x:a p:b=\"1 &gt; 0\" c='\"'>é&amp;&#233;&#xE9;<![CDATA[<no tag>]]><b/></x:a>\n";

test("elements, attributes, text, entities and CDATA are told in their order", () => {
  expect(read(SAMPLE)).toBe('<a p:b=1 > 0 c=">é&éé<no tag><b></b></a>');
});

test("pieces of any size tell the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
      expect(read(SAMPLE, size)).toBe(read(SAMPLE));
    }),
  );
});

test("entities that grow, depth without end and what is cut off are refused", () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';
  expect(() => read(bomb)).toThrow("a document type");
  expect(() => read("<a>&c;</a>")).toThrow("an entity");
  expect(() => read("<a>".repeat(65))).toThrow("more than 64 deep");
  expect(() => read("<a><b></a></b>")).toThrow("do not nest");
  expect(() => read("<a>text")).toThrow("cut off");
  expect(() => read(`<a b="${"x".repeat(300_000)}"`)).toThrow("a tag of more than");
});
