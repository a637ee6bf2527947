/** Splits XML into elements and text, piece by piece, in memory bounded by one tag: what the tables inside XLSX and
 *  ODS files need. Document types are refused, and with them entities that grow; names lose their prefix, attributes
 *  keep it.
 *  SOURCE: W3C, Extensible Markup Language 1.0 (Fifth Edition), sections 2 to 4. */
import { FeedChanged } from "../../src/domain/errors.ts";

/** What is told of a document, in its order. */
export interface XmlHandler {
  /** `name` without prefix. Attributes with theirs, entities undone. */
  open(name: string, attributes: Attributes): void;
  /** Character data, perhaps in several pieces, white space included. */
  text(text: string): void;
  close(name: string): void;
}
export type Attributes = ReadonlyMap<string, string>;

export interface XmlParser {
  push(text: string): void;
  /** @throws FeedChanged when elements are still open. */
  end(): void;
}

/** Longest tag or comment, UTF-16 units. */
const MAX_MARKUP = 256 * 1024;
const MAX_DEPTH = 64;

/** A parser for one document. `push` throws FeedChanged for what is no XML or beyond the bounds. */
export function xmlParser(handler: XmlHandler): XmlParser {
  const open: string[] = [];
  let buffer = "";

  const tag = (body: string): void => {
    if (body.startsWith("/")) {
      const name = localName(body.slice(1).trim());
      if (open.pop() !== name) throw invalid("elements that do not nest");
      handler.close(name);
      return;
    }
    const empty = body.endsWith("/");
    const end = body.search(/[\s/]/);
    const name = localName(end === -1 ? body : body.slice(0, end));
    if (name === "") throw invalid("a tag without a name");
    if (open.length >= MAX_DEPTH) throw invalid(`elements more than ${MAX_DEPTH} deep`);
    handler.open(name, end === -1 ? NONE : readAttributes(body.slice(end, empty ? -1 : undefined)));
    if (empty) handler.close(name);
    else open.push(name);
  };

  /** Handles the markup at `from`; returns what follows it, or -1 when more text is needed. */
  const markup = (from: number): number => {
    for (const [start, end] of BRACKETS) {
      if (!buffer.startsWith(start, from)) {
        if (start.startsWith(buffer.slice(from))) return -1;
        continue;
      }
      const to = buffer.indexOf(end, from + start.length);
      if (to === -1) return -1;
      if (start === "<![CDATA[") handler.text(buffer.slice(from + start.length, to));
      return to + end.length;
    }
    if (buffer.startsWith("<!", from)) throw invalid("a document type");
    const to = tagEnd(buffer, from);
    if (to === -1) return -1;
    tag(buffer.slice(from + 1, to));
    return to + 1;
  };

  return {
    push(text) {
      buffer += text;
      let at = 0;
      while (at < buffer.length) {
        if (buffer.charCodeAt(at) === LESS) {
          const next = markup(at);
          if (next === -1) break;
          at = next;
          continue;
        }
        const less = buffer.indexOf("<", at);
        const to = less === -1 ? wholeText(buffer, at) : less;
        if (to === at) break;
        if (open.length > 0) handler.text(decodeEntities(buffer.slice(at, to)));
        at = to;
      }
      buffer = buffer.slice(at);
      if (buffer.length > MAX_MARKUP) throw invalid(`a tag of more than ${MAX_MARKUP} characters`);
    },
    end() {
      if (open.length > 0 || buffer.trim() !== "") throw invalid("it is cut off");
    },
  };
}

const LESS = 60;
const NONE: Attributes = new Map();
const BRACKETS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The `>` that ends a tag: one inside quotes does not. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

/** End of the text that can be handed on: an entity may be cut by the border of two pieces. */
function wholeText(text: string, from: number): number {
  const entity = text.lastIndexOf("&");
  return entity < from || text.indexOf(";", entity) !== -1 || text.length - entity > 12
    ? text.length
    : entity;
}

function readAttributes(text: string): Attributes {
  const found = new Map<string, string>();
  for (const [, name = "", double, single = ""] of text.matchAll(
    /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    found.set(name, decodeEntities(double ?? single));
  }
  return found;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,10});?/g, (_, name: string) => {
    const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = digits ? Number.parseInt(digits[1] ?? digits[2] ?? "", digits[1] ? 16 : 10) : Number.NaN;
    const meant = code <= 0x10ffff ? String.fromCodePoint(code) : NAMED.get(name);
    if (meant === undefined) throw invalid("an entity that XML does not have");
    return meant;
  });
}

function invalid(what: string): FeedChanged {
  return new FeedChanged(`invalid XML: ${what}`);
}
